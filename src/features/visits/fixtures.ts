// For tests: a visit as a city offers it, and a wish about it.
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

const pathOf = (answer: Response): string => answer.headers.get('location')?.split(/[?#]/)[0] ?? ''
export const idIn = (path: string): number => Number(/\d+/.exec(path)?.[0])

export const fields = {
  direction: 'offer',
  title: 'Two evenings on the way home',
  text: 'We walk and you see.',
  lang: 'en',
  place: 'At the town hall',
  firstDay: '2027-03-01',
  lastDay: '2027-05-31',
  people: '5',
  'languages[]': ['de', 'en'],
  'concepts[]': ['lighting'],
  audience: '2',
}

/** Gives its path. */
export const offerBy = async (who: Visitor, more: Record<string, string | readonly string[]> = {}): Promise<string> =>
  pathOf(await who.post('/visits', { ...fields, ...more }))

export const wish = { firstDay: '2027-03-15', lastDay: '2027-03-16', people: '3', text: 'Three of us would come.' }
export const wishFor = (who: Visitor, path: string, more: Record<string, string> = {}): Promise<Response> =>
  who.post(`/visits/${idIn(path)}/wishes`, { ...wish, ...more })

export const lastWish = (town: Town, path: string): Promise<number> =>
  fill(town, `select max(id) from visit_wish where contribution_id = ${idIn(path)}`)

export const act = (
  who: Visitor,
  path: string,
  wishId: number,
  what: 'proposal' | 'agreement' | 'ending',
  more: Record<string, string> = {},
): Promise<Response> =>
  who.post(`/visits/${idIn(path)}/wishes/${wishId}/${what}`, {
    text: 'A word.',
    firstDay: wish.firstDay,
    lastDay: wish.lastDay,
    ...more,
  })
