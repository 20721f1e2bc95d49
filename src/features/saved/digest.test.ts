// Searches that are gathered stand in the one digest: at its hour, in its language, each thing once, and nothing when nothing has come.
import { beforeEach, expect, test } from 'vitest'
import type { SendMail } from '#platform/feature.ts'
import { fill } from '../../../testing/as-owner.ts'
import { raiseDigests } from '../digests/actions/raise-digests.ts'
import { sendDigests } from '../digests/actions/send-digests.ts'
import { beatrizAddress, jobsOf, nextDay, openReadersTown, wish } from '../digests/fixtures.ts'
import { change, publish, saveFor, workAll } from './fixtures.ts'

const { town, ada, beatriz, beatrizId } = await openReadersTown()
const last = () => town.mails.at(-1)
const save = (search: string, rhythm: string): Promise<string> => saveFor(beatriz, search, rhythm)
/** Nothing but saved searches makes a digest here. */
beforeEach(async () => {
  await wish(town, 'watched', 'never')
  for (const table of ['saved_search', 'saved_alert', 'digest', 'notice', 'subscription', 'message_block'])
    await fill(town, `delete from ${table}`)
  // A Tuesday.
  town.now = new Date('2027-03-02T07:30:00Z')
  town.mails.length = 0
})
const untold = () => fill(town, 'select count(*) from saved_match where told_at is null')

test('daily: next morning one digest with both, each thing once and with what it fits; then silence', async () => {
  await save('q=Morgenwort', 'daily')
  await save('q=Abendwort', 'daily')
  await publish(town, ada, { title: 'Morgenwort, Abendwort' })
  const id = await publish(town, ada, { title: 'Abendwort' })
  expect(town.mails).toEqual([])
  expect([await nextDay(town), await nextDay(town)]).toEqual([1, 0])
  expect(last()).toMatchObject({ to: beatrizAddress, subject: 'Vicinia, 3 March 2027: 2 things for you' })
  const text = last()?.text ?? ''
  expect(text).toContain('Fits your saved searches “Abendwort”, “Morgenwort”.')
  expect(text).toContain('Fits your saved search “Abendwort”.')
  expect(text.split(`http://localhost/practices/${id}\n`)).toHaveLength(2)
  expect(last()?.why).toContain('chose to hear in this way about your saved searches')
  expect(await untold()).toBe(0)
  await change(town, ada, id, { title: 'Abendwort, neu' })
  expect(await nextDay(town)).toBe(0)
})

test('weekly: on the weekday of the digest, in her language; what is daily does not wait for it', async () => {
  await save('q=Wochenwort', 'weekly')
  await save('q=Tagwort', 'daily')
  await publish(town, ada, { title: 'Wochenwort' })
  await publish(town, ada, { title: 'Tagwort' })
  expect(await nextDay(town)).toBe(1)
  expect(last()?.text).not.toContain('Wochenwort')
  await fill(town, `update person set lang = 'pt' where id = ${beatrizId}`)
  for (const expected of [0, 0, 0, 0, 1, 0]) expect(await nextDay(town)).toBe(expected)
  await fill(town, `update person set lang = 'en' where id = ${beatrizId}`)
  expect(last()?.text).toContain('Corresponde à sua pesquisa guardada «Wochenwort».')
})

test('what she watches and searches for stands there once; told in it, neither says it again', async () => {
  await wish(town, 'watched', 'daily')
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  await save('q=Doppelblatt', 'weekly')
  await save('q=Doppelblatt&country=AT', 'daily')
  await publish(town, ada, { title: 'Doppelblatt' })
  // By the clock of the database, which does not travel with the town's.
  await fill(town, `update notice set created_at = '2027-03-02T06:00:00Z'`)
  expect(await nextDay(town)).toBe(1)
  expect(last()?.text.split('* Doppelblatt')).toHaveLength(2)
  expect(last()?.text).toContain('You watch “')
  for (const _ of [1, 2, 3, 4, 5, 6, 7]) expect(await nextDay(town)).toBe(0)
})

test('told at once by another search, or read as a notice: in no digest', async () => {
  await save('q=Sofortwort', 'at-once')
  await save('q=Sofortwort&country=AT', 'daily')
  await publish(town, ada, { title: 'Sofortwort' })
  expect(town.mails).toHaveLength(1)
  await save('q=Gelesenwort', 'daily')
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  await publish(town, ada, { title: 'Gelesenwort' })
  await beatriz.post('/notices/reading')
  expect(await nextDay(town)).toBe(0)
})

test('“never” keeps what is new for the page only; switched on, it tells of what comes from then on', async () => {
  const path = await save('q=Niewort', 'never')
  await publish(town, ada, { title: 'Niewort eins' })
  expect(await nextDay(town)).toBe(0)
  expect(await beatriz.page('/saved-searches')).toContain('1 new')
  await beatriz.post(`${path}/rhythm`, { rhythm: 'daily' })
  expect(await nextDay(town)).toBe(0)
  await publish(town, ada, { title: 'Niewort zwei' })
  expect(await nextDay(town)).toBe(1)
  expect(last()?.text).not.toContain('Niewort eins')
})

test('TLP:RED is counted and not named: neither its title nor the search that it answers', async () => {
  await save('q=Rotwort', 'daily')
  await publish(town, ada, { title: 'Rotwort geheim', audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  expect(await nextDay(town)).toBe(1)
  expect(JSON.stringify({ ...last(), endAddress: '' })).not.toMatch(/Rotwort|geheim|Graz|\/practices\//)
  expect(last()?.text).toContain('Something else is waiting for you that no e-mail names.')
})

test('narrowed, withdrawn, muted, by somebody blocked, or of no concern to her city by the morning: left out', async () => {
  await save('q=Nachtwort', 'daily')
  const [narrowed, withdrawn, muted] = [
    await publish(town, ada, { title: 'Nachtwort eng' }),
    await publish(town, ada, { title: 'Nachtwort weg' }),
    await publish(town, ada, { title: 'Nachtwort stumm' }),
  ]
  const graz = `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`
  await fill(town, `update contribution set audience_id = (${graz}) where id = ${narrowed}`)
  await ada.post(`/practices/${withdrawn}/withdrawal`)
  await fill(town, `insert into mute (person_id, contribution_id) values (${beatrizId}, ${muted})`)
  expect(await nextDay(town)).toBe(0)
  await publish(town, ada, { title: 'Nachtwort gesperrt' })
  const block = `insert into message_block (person_id, blocked_id) select ${beatrizId}, id from person where slug = 'ada-lindmoser'`
  await fill(town, block)
  expect(await nextDay(town)).toBe(0)
  await fill(town, 'delete from message_block')
  await fill(
    town,
    `update contribution set concepts = '{}' where organisation_id = (select organisation_id from person where id = ${beatrizId})`,
  )
  await fill(town, `insert into notice_setting (person_id, only_my_city) values (${beatrizId}, true)`)
  expect(await nextDay(town)).toBe(0)
  await fill(town, 'delete from notice_setting')
  expect(await nextDay(town)).toBe(1)
})

test('killed before it was written down: nothing counts as told, and the next try makes one', async () => {
  await save('q=Knallwort', 'daily')
  await publish(town, ada, { title: 'Knallwort' })
  town.now = new Date(town.now.getTime() + 86_400_000)
  await raiseDigests(jobsOf(town))
  const killed: SendMail = () => Promise.reject(new Error('killed'))
  await expect(sendDigests({ ...jobsOf(town), mail: killed })).rejects.toThrow('killed')
  expect(await untold()).toBe(1)
  town.now = new Date(town.now.getTime() + 3_600_000)
  await workAll(town)
  expect([town.mails.length, await untold()]).toEqual([1, 0])
})

test('the link of the digest ends them with the rest; what comes at once goes on', async () => {
  await save('q=Linkwort', 'weekly')
  await save('q=Linkwort&country=AT', 'at-once')
  await save('q=Endwort', 'daily')
  await publish(town, ada, { title: 'Endwort' })
  expect(await nextDay(town)).toBe(1)
  const link = last()?.endAddress?.replace('http://localhost', '') ?? ''
  expect((await town.visitor.post(link)).status).toBe(200)
  expect(await fill(town, `select count(*) from saved_search where rhythm = 'never'`)).toBe(2)
  expect(await fill(town, `select count(*) from saved_search where rhythm = 'at-once'`)).toBe(1)
})

test('she looks at it beforehand: the page shows what will be sent', async () => {
  await save('q=Vorschauwort', 'daily')
  expect(await beatriz.page('/digests')).toContain('Nothing to tell at the moment')
  await publish(town, ada, { title: 'Vorschauwort' })
  expect(await beatriz.page('/digests/letter/text')).toContain('Fits your saved search “Vorschauwort”.')
  expect(await untold()).toBe(1)
})
