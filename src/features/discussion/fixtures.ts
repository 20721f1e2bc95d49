// For tests: a question of Ada's, and what is said below it.
import { expect } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'

const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''

/** Gives the question's id. */
export const askedBy = async (
  who: Visitor,
  audience: Record<string, string>,
  text = 'Who walks at night with young people?',
): Promise<string> => {
  const words = { text, title: text, lang: 'en', 'concepts[]': ['youth'], before: 'yes' }
  return idIn(await who.post('/questions', { ...words, ...audience }))
}

/** Gives the reply's id. */
export async function answered(
  who: Visitor,
  of: string,
  text: string,
  more: Record<string, string | File> = {},
): Promise<string> {
  const given = await who.post(`/contributions/${of}/replies`, { text, lang: 'pt', ...more })
  expect(given.status, await given.clone().text()).toBe(303)
  return /#reply-(\d+)/.exec(given.headers.get('location') ?? '')?.[1] ?? ''
}

export const pageOf = async (who: Visitor, question: string): Promise<string> => {
  const { headers } = await who.get(`/questions/${question}`)
  return who.page(headers.get('location') ?? '')
}
export const replyOn = (html: string, reply: string): string =>
  html.split('<article class="reply"').find((part) => part.includes(`id="reply-${reply}"`)) ?? ''

/** The page of a form that was refused. */
export async function sentence(given: Response): Promise<string> {
  expect(given.status).toBe(422)
  return given.text()
}
