// For tests: a practice that is published, and cities that take it over.
import { expect } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'

const told = {
  ...{ title: 'Night walks', summary: 'Residents and the office walk at night.', lang: 'en', problem: 'Nobody went.' },
  ...{ response: 'We walked together.', results: 'People go again.', evidence: '0', 'concepts[]': ['public-space'] },
}
export const idIn = (path: string | null): string => /\d+/.exec(path ?? '')?.[0] ?? ''

export async function publishPractice(who: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const id = idIn((await who.post('/practices', { ...told, audience: '1', ...fields })).headers.get('location'))
  expect((await who.post(`/practices/${id}/publication`)).status).toBe(303)
  return id
}

/** Everything but the audience stays as it was. */
export async function narrowPractice(who: Visitor, id: string, fields: Record<string, string>): Promise<void> {
  const revision = /name="revision" value="(\d+)"/.exec(await who.page(`/practices/${id}/edit`))?.[1] ?? ''
  expect((await who.post(`/practices/${id}`, { ...told, revision, ...fields })).status).toBe(303)
}

export const entry = {
  ...{ stage: 'running', title: 'Walks by the river', lang: 'en', sinceYear: '2024', sinceMonth: '3' },
  ...{ adapted: 'On Fridays only.', result: 'The path is used.', audience: '1' },
}

/** Gives the adoption's path. */
export async function adopt(who: Visitor, practice: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await who.post(`/practices/${practice}/adoption`, { ...entry, ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** The audience of one's own city, as the form of this person offers it. */
export const ownAudience = async (who: Visitor, form: string): Promise<string> =>
  /<option value="(\d+)"[^>]*>[^<]*TLP:AMBER\+STRICT/.exec(await who.page(form))?.[1] ?? ''
