// For tests: a room as its host founds it, and people in it.
import type { Visitor } from '../../../testing/app.ts'

export const pathOf = (answer: Response): string => answer.headers.get('location')?.split('?')[0] ?? ''
export const idIn = (path: string): number => Number(/\d+/.exec(path)?.[0])

/** Gives its id. */
export async function foundBy(host: Visitor, fields: Record<string, string> = {}): Promise<number> {
  const room = { name: 'Night walks', aim: 'Walks at dusk.', lang: 'en', entry: 'open', listedFor: '2' }
  return idIn(pathOf(await host.post('/rooms', { ...room, ...fields })))
}

/** Gives its path. */
export const openIn = async (
  who: Visitor,
  room: number,
  title: string,
  text = 'Said in confidence.',
): Promise<string> => pathOf(await who.post(`/rooms/${room}/threads`, { title, text, lang: 'en' }))

/** Invites by name and lets them come in. */
export async function bringIn(host: Visitor, room: number, who: Visitor, name: string): Promise<void> {
  await host.post(`/rooms/${room}/invitations`, { who: name, lang: 'en' })
  await who.post(`/rooms/${room}/joining`)
}
