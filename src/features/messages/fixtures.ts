// For tests: a message as somebody writes it from the page of a person.
import type { Visitor } from '../../../testing/app.ts'

const pathOf = (answer: Response): string => answer.headers.get('location')?.split('?')[0] ?? ''
export const idIn = (path: string): number => Number(/\d+/.exec(path)?.[0])

export const words = { title: 'A word about the lamps', text: 'Which lamps failed?', lang: 'en' }

/** Gives its path. */
export const writeTo = async (who: Visitor, to: string, more: Record<string, string> = {}): Promise<string> =>
  pathOf(await who.post('/messages', { ...words, to, ...more }))

export const answerTo = (who: Visitor, path: string, text: string): Promise<Response> =>
  who.post(`/contributions/${idIn(path)}/replies`, { text, lang: 'en' })
