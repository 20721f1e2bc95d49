// For tests: somebody proposes a word or a concept.
import { expect } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'

export const idIn = (path: string | null): string => /\d+/.exec(path ?? '')?.[0] ?? ''

const word = { concept: 'lighting', label: 'Laternenzauber', lang: 'de', reason: 'We say it so.' }
const concept = {
  ...{ concept: 'public-space', label: 'Gesprächsinsel', lang: 'de', english: 'talking island' },
  ...{ meaning: 'A place to sit and talk.', reason: '' },
}

/** Gives its path. */
export async function proposeWord(who: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const answer = await who.post('/proposals/label', { ...word, ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
export async function proposeConcept(who: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const answer = await who.post('/proposals/concept', { ...concept, ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** As the office finds it filled in, but for what is changed. */
export const acceptWord = (who: Visitor, path: string, fields: Record<string, string> = {}): Promise<Response> =>
  who.post(`/proposals/${idIn(path)}/acceptance`, { ...word, ...fields })
export const acceptConcept = (who: Visitor, path: string, fields: Record<string, string> = {}): Promise<Response> =>
  who.post(`/proposals/${idIn(path)}/acceptance`, { ...concept, ...fields })
export const declineProposal = (who: Visitor, path: string, reason: string): Promise<Response> =>
  who.post(`/proposals/${idIn(path)}/refusal`, { reason })
