// For tests: the secret address of somebody's calendar, and what stands in a file.
import ICAL from 'ical.js'
import type { Visitor } from '../../../testing/app.ts'
import { feedPath } from './paths.ts'

/** The secret, as the page shows it once. */
export async function addressOf(who: Visitor): Promise<string> {
  const html = await (await who.post('/calendar/address')).text()
  const token = /<code>http:\/\/localhost\/calendar\.ics\?token=([\w-]{43})<\/code>/.exec(html)?.[1]
  return feedPath(token ?? 'none')
}
export const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
