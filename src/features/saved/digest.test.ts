// Digests: one mail a person and day, on the day of their rhythm, with what has come since, and nothing when nothing has.
import { expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { change, openWaitingTown, publish, saveFor, workAll } from './fixtures.ts'
import { raiseDigests } from './store-alerts.ts'

const { town, ada, beatriz } = await openWaitingTown()
/** A Wednesday. */
const saved = '2027-03-03'

const save = async (search: string, rhythm: string): Promise<string> => {
  const path = await saveFor(beatriz, search, rhythm)
  await fill(town, `update saved_search set digested_on = '${saved}'`)
  return path
}
async function dayOf(day: string): Promise<number> {
  const before = town.mails.length
  await raiseDigests(town.database.system, day)
  await workAll(town)
  return town.mails.length - before
}

test('daily: next morning one mail with both searches, each with what is new in it; then silence', async () => {
  await save('q=Morgenwort', 'daily')
  await save('q=Abendwort', 'daily')
  await publish(town, ada, { title: 'Morgenwort, Abendwort' })
  const id = await publish(town, ada, { title: 'Abendwort' })
  expect(town.mails).toEqual([])
  expect([await dayOf(saved), await dayOf('2027-03-04'), await dayOf('2027-03-04')]).toEqual([0, 1, 0])
  const [mail] = town.mails
  expect(mail?.to).toBe('beatriz.ribeirinha-douro@porto.example')
  expect(mail?.subject).toBe('2 new contributions for your searches')
  expect(mail?.text).toMatch(/“Abendwort”: 2 new contributions[\s\S]+“Morgenwort”: one new contribution/)
  expect(mail?.text).toContain(`http://localhost/practices/${id}`)
  expect(mail?.text.match(/saved-searches\/ending/g)).toHaveLength(2)
  await change(town, ada, id, { title: 'Abendwort, neu' })
  expect(await dayOf('2027-03-05')).toBe(0)
})

test('weekly: on Monday, not before; a Monday that was missed is made up for on Tuesday', async () => {
  await save('q=Wochenwort', 'weekly')
  await publish(town, ada, { title: 'Wochenwort' })
  expect([await dayOf('2027-03-04'), await dayOf('2027-03-07')]).toEqual([0, 0])
  expect([await dayOf('2027-03-09'), await dayOf('2027-03-10')]).toEqual([1, 0])
  await publish(town, ada, { title: 'Wochenwort zwei' })
  expect([await dayOf('2027-03-11'), await dayOf('2027-03-15')]).toEqual([0, 1])
})

test('nothing new: an empty digest is not sent, and what comes on Tuesday waits for Monday', async () => {
  await save('q=Leerwort', 'weekly')
  expect(await dayOf('2027-03-08')).toBe(0)
  await publish(town, ada, { title: 'Leerwort' })
  expect([await dayOf('2027-03-09'), await dayOf('2027-03-15')]).toEqual([0, 1])
})

test('“never” keeps what is new for the page only; switched on, it tells of what comes from then on', async () => {
  const path = await save('q=Niewort', 'never')
  await publish(town, ada, { title: 'Niewort eins' })
  expect(await dayOf('2027-03-04')).toBe(0)
  expect(await beatriz.page('/saved-searches')).toContain('1 new')
  await beatriz.post(`${path}/rhythm`, { rhythm: 'daily' })
  expect(await dayOf('2027-03-05')).toBe(0)
  await publish(town, ada, { title: 'Niewort zwei' })
  await fill(town, `update saved_search set digested_on = '${saved}'`)
  expect(await dayOf('2027-03-06')).toBe(1)
  expect(town.mails[0]?.text).not.toContain('Niewort eins')
})

test('what a mail told at once does not come again in the digest of another search', async () => {
  await save('q=Sofortwort', 'at-once')
  await save('q=Sofortwort&country=AT', 'daily')
  await publish(town, ada, { title: 'Sofortwort' })
  expect(town.mails).toHaveLength(1)
  expect(await dayOf('2027-03-04')).toBe(0)
})

test('TLP:RED is in no digest: not its title, not under which search; alone it makes a mail that names nothing', async () => {
  const red = { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }
  await save('q=Rotwort', 'daily')
  await publish(town, ada, { title: 'Rotwort geheim', ...red })
  expect(await dayOf('2027-03-04')).toBe(1)
  expect(JSON.stringify({ ...town.mails[0], endAddress: '' })).not.toMatch(/Rotwort|geheim|Graz|\/practices\//)
  await publish(town, ada, { title: 'Rotwort offen' })
  await publish(town, ada, { title: 'Rotwort geheim zwei', ...red })
  expect(await dayOf('2027-03-05')).toBe(1)
  expect(town.mails[1]?.text).toContain('Rotwort offen')
  expect(town.mails[1]?.text).toContain('meant for named persons only')
  expect(town.mails[1]?.text).toContain('one new contribution')
  expect(town.mails[1]?.text).not.toContain('geheim')
})

test('what was narrowed or withdrawn before the morning is left out; nothing left, no mail', async () => {
  await save('q=Nachtwort', 'daily')
  const narrowed = await publish(town, ada, { title: 'Nachtwort eng' })
  const withdrawn = await publish(town, ada, { title: 'Nachtwort weg' })
  const graz = `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`
  await fill(town, `update contribution set audience_id = (${graz}) where id = ${narrowed}`)
  await ada.post(`/practices/${withdrawn}/withdrawal`)
  expect(await dayOf('2027-03-04')).toBe(0)
  expect(await beatriz.page('/saved-searches')).not.toContain(' new</span>')
})
