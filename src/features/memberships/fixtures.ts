// For tests: an act from its form over the page that tells of it to the yes.
import { expect } from 'vitest'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

type Fields = Record<string, string | readonly string[]>

/** Asks and reads what would happen; gives what the button of that page sends. */
export async function ask(who: Visitor, path: string, fields: Fields): Promise<{ told: string; yes: Fields }> {
  const answer = await who.post(path, fields)
  const told = await answer.text()
  expect(answer.status, path).toBe(200)
  return { told, yes: yesOf(told) }
}

/** What the button of a page that tells what would happen sends. */
export function yesOf(told: string): Fields {
  const confirmed: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of told.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    confirmed[name] = [...(confirmed[name] ?? []), value.replaceAll('&#39;', "'")]
  return confirmed
}

/** Asks, reads what would happen, and says yes to exactly that. */
export async function act(
  who: Visitor,
  path: string,
  fields: Fields,
): Promise<{ told: string; location: string | null }> {
  const { told, yes } = await ask(who, path, fields)
  return { told, location: (await who.post(path, yes)).headers.get('location') }
}

/** The id of its latest membership of the network. */
export const currentMembership = (town: Town, slug: string): Promise<number> =>
  fill(
    town,
    `select m.id from membership m join organisation o on o.id = m.organisation_id
     where o.slug = '${slug}' and m.forum_id is null order by m.begins_on desc limit 1`,
  )
