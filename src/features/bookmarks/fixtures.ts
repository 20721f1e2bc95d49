// For the tests of this feature: what they do again and again.
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

export const idOf = (path: string): string => /\d+/.exec(path)?.[0] ?? ''

export const keep = (who: Visitor, path: string, fields: Record<string, string> = {}): Promise<Response> =>
  who.post(`/contributions/${idOf(path)}/bookmarks`, fields)

/** Gives the address of the new folder. */
export const begin = async (who: Visitor, name: string): Promise<string> =>
  (await who.post('/bookmarks', { name })).headers.get('location') ?? ''

/** Addresses of the practices that a visitor finds first. */
export async function listThings(town: Town): Promise<readonly string[]> {
  const list = await town.visitor.page('/practices')
  return [...new Set([...list.matchAll(/href="(\/practices\/\d+-[^"]+)"/g)].map((found) => found[1] ?? ''))]
}

/** Without the folders of the demonstration: whoever keeps something now, does it for the first time. */
export const emptyShelves = (town: Town): Promise<unknown> => fill(town, 'delete from bookmark_folder')
