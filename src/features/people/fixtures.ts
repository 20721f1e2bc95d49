// For tests: the form of the own profile, as a window has it that was opened at this moment.
import type { Visitor } from '../../../testing/app.ts'

/** What the form carries of what it shows. */
export async function shownTo(who: Visitor): Promise<string> {
  const value = /name="shown" value="([^"]*)"/.exec(await who.page('/people/me'))?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

export const sendProfile = async (
  who: Visitor,
  fields: Record<string, string | readonly string[]>,
): Promise<Response> => who.post('/people/me', { ...fields, shown: await shownTo(who) })
