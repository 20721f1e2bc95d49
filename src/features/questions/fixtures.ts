// For the tests of questions: somebody asks, somebody replies.
import { expect } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'

export const text = 'Wie plant ihr die Beleuchtung einer Unterführung? Wir haben es mit **mehr Licht** versucht.'

export const idOf = (path: string): string => /\d+/.exec(path)?.[0] ?? ''

/** Gives the path of the question. */
export async function ask(who: Visitor, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
  const answer = await who.post('/questions', fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** Gives the number of the reply. */
export async function reply(who: Visitor, path: string, words: string): Promise<string> {
  const answer = await who.post(`/contributions/${idOf(path)}/replies`, { text: words, lang: 'en' })
  return /#reply-(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
