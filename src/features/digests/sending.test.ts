// Digests are sent when something has come, once a person and day whatever crashes, and end with one click.
import { afterEach, expect, test, vi } from 'vitest'
import type { SendMail } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testSecret } from '../../../testing/template.ts'
import { raiseDigests } from './actions/raise-digests.ts'
import { sendDigests } from './actions/send-digests.ts'
import { editionOf, saysNews } from './edition.ts'
import { beatrizAddress, deliver, jobsOf, nextDay, openReadersTown, publish, wish, workAll } from './fixtures.ts'
import { closeDigest, insertDigests, listSaid } from './store.ts'

const { town, ada, beatriz, beatrizId } = await openReadersTown()
/** Something always waits for them. */
const offices = (rhythm: string) =>
  fill(
    town,
    `update notice_rhythm set rhythm = '${rhythm}' where area = 'city' and person_id in (select id from person where role = 'office')`,
  )
const last = () => town.mails.at(-1)
/** Later on the same day; each test begins in the morning. */
const anHourLater = () => {
  town.now = new Date(town.now.getTime() + 3_600_000)
}
afterEach(() => {
  town.now = new Date(`${town.now.toISOString().slice(0, 10)}T07:30:00Z`)
})

test('nothing new, no mail; something new, one the next morning, and the same is not told again', async () => {
  expect(await deliver(town)).toBe(0)
  const id = await publish(town, ada, { title: 'Morgenblatt' })
  expect(await deliver(town), 'today there was one already').toBe(0)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toMatchObject({ to: beatrizAddress, subject: 'Vicinia, 3 March 2027: one thing for you' })
  expect(last()?.text).toContain(`* Morgenblatt\n  TLP:GREEN · Practice · Graz · in German`)
  expect(last()?.text).toContain(`http://localhost/practices/${id}\n`)
  expect(await fill(town, `select count(*) from notice where mailed_at is not null`)).toBe(1)
  expect([await deliver(town), await nextDay(town)]).toEqual([0, 0])
})

test('weekly: on the chosen weekday; areas that are wanted daily do not wait for it', async () => {
  await wish(town, 'watched', 'weekly')
  await publish(town, ada, { title: 'Wochenblatt' })
  for (const expected of [0, 0, 0, 1]) expect(await nextDay(town)).toBe(expected)
  expect(town.now.getUTCDay()).toBe(1)
  expect(await deliver(town)).toBe(0)
  expect(last()?.text).toContain('Wochenblatt')
  await wish(town, 'watched', 'daily')
})

test('what was read meanwhile is not told', async () => {
  await publish(town, ada, { title: 'Gelesenes' })
  await fill(town, `update notice set read_at = now() where read_at is null`)
  expect(await nextDay(town)).toBe(0)
})

test('killed between writing the mail and writing that it was written: neither holds, and the next try makes one', async () => {
  await publish(town, ada, { title: 'Knallblatt' })
  town.now = new Date(town.now.getTime() + 86_400_000)
  await raiseDigests(jobsOf(town))
  const from = 'Vicinia <office@vicinia.example>'
  const write = createOutbox({ system: town.database.system, from, secret: testSecret, now: () => town.now })
  const written = () => fill(town, `select count(*) from mail where name like '%digest-${beatrizId}-%'`)
  const killed: SendMail = async (mail, within) => {
    await write(mail, within)
    throw new Error('killed')
  }
  await expect(sendDigests({ ...jobsOf(town), mail: killed })).rejects.toThrow('killed')
  expect([await written(), await fill(town, 'select count(*) from digest where closed_at is null')]).toEqual([0, 1])
  anHourLater()
  for (const _ of [1, 2]) await sendDigests({ ...jobsOf(town), mail: write })
  expect([await written(), await fill(town, 'select count(*) from digest where closed_at is null')]).toEqual([1, 0])
  await workAll(town)
})

test('two processes at once send one mail a person, also where both raise', async () => {
  await publish(town, ada, { title: 'Zwillingsblatt' })
  await offices('daily')
  town.now = new Date(town.now.getTime() + 86_400_000)
  const sent: string[] = []
  const slowly: SendMail = async ({ to }) => {
    await new Promise((go) => setTimeout(go, 100))
    sent.push(to)
  }
  const parts = { ...jobsOf(town), mail: slowly }
  await Promise.all([raiseDigests(parts), raiseDigests(parts)])
  await Promise.all([sendDigests(parts), sendDigests(parts)])
  expect(sent).toContain(beatrizAddress)
  expect(sent.length).toBeGreaterThan(1)
  expect(new Set(sent).size).toBe(sent.length)
  expect(await fill(town, 'select count(*) from digest where closed_at is null')).toBe(0)
  await offices('never')
})

test('digests that cannot be written keep nobody else from theirs, and are given up after five tries', async () => {
  await publish(town, ada, { title: 'Drittes Blatt' })
  await offices('daily')
  await fill(town, `update digest set keys = '{}'`)
  town.now = new Date(town.now.getTime() + 86_400_000)
  await raiseDigests(jobsOf(town))
  const count = (what: string) => fill(town, `select count(*) from digest where ${what}`)
  const sent: string[] = []
  let tries = 0
  const picky: SendMail = async ({ to }) => {
    if (to !== beatrizAddress) tries += 1
    if (to !== beatrizAddress) throw new Error('nobody can write this')
    sent.push(to)
  }
  // Beatriz stands behind all of them.
  await fill(town, `update digest set closed_at = now() where closed_at is null and person_id = ${beatrizId}`)
  await fill(
    town,
    `insert into digest (person_id, day, weekly, raised_at) values (${beatrizId}, '2000-01-01', true, now())`,
  )
  await fill(town, `update digest set raised_at = '${town.now.toISOString()}' where closed_at is null`)
  await expect(sendDigests({ ...jobsOf(town), mail: picky })).rejects.toThrow('digests failed, 0 of them')
  const broken = tries
  expect([sent, await count('closed_at is null')]).toEqual([[beatrizAddress], broken])
  expect(broken).toBeGreaterThan(1)
  await sendDigests({ ...jobsOf(town), mail: picky })
  expect(tries, 'not at once again').toBe(broken)
  for (const givenUp of [0, 0, 0, broken]) {
    anHourLater()
    await expect(sendDigests({ ...jobsOf(town), mail: picky })).rejects.toThrow(`failed, ${givenUp} of them`)
  }
  expect([tries, await count('closed_at is null')]).toEqual([5 * broken, 0])
  await offices('never')
  await workAll(town)
})

test('what is left after five seconds is handed on, also beside one that broke', async () => {
  await fill(town, 'delete from digest')
  await publish(town, ada, { title: 'Viertes Blatt' })
  await offices('daily')
  town.now = new Date(town.now.getTime() + 86_400_000)
  await raiseDigests(jobsOf(town))
  await fill(town, `delete from fact where name = 'digest.raised'`)
  const clock = vi.spyOn(performance, 'now')
  const slow: SendMail = async () => {
    clock.mockReturnValue(1e12)
    throw new Error('refused')
  }
  await expect(sendDigests({ ...jobsOf(town), mail: slow }))
    .rejects.toThrow('1 digests failed')
    .finally(() => clock.mockRestore())
  expect(await fill(town, `select count(*) from fact where name = 'digest.raised'`)).toBe(1)
  await offices('never')
  await workAll(town)
})

test('while an address is paused no digest is made; the first one afterwards tells what is new', async () => {
  await publish(town, ada, { title: 'Pausenblatt' })
  await fill(town, `insert into paused_address (email, reason, paused_at) values ('${beatrizAddress}', '550', now())`)
  const made = () => fill(town, `select count(*) from digest where person_id = ${beatrizId}`)
  const before = await made()
  expect([await nextDay(town), await nextDay(town)]).toEqual([0, 0])
  expect(await made()).toBe(before)
  await fill(town, 'delete from paused_address')
  await raiseDigests(jobsOf(town))
  await fill(town, `insert into paused_address (email, reason, paused_at) values ('${beatrizAddress}', '550', now())`)
  const mails = town.mails.length
  await workAll(town)
  expect([await made(), town.mails.length], 'paused between the two').toEqual([before + 1, mails])
  await fill(town, 'delete from paused_address')
  expect(await nextDay(town)).toBe(1)
  expect(last()?.text).toContain('Pausenblatt')
})

test('fewer of what waits are no news, more are', async () => {
  await fill(town, 'delete from digest')
  const { system } = town.database
  const told: boolean[] = []
  for (const count of [5, 4, 5, 6]) {
    town.now = new Date(town.now.getTime() + 86_400_000)
    const thing = {
      ...{ section: 'decide' as const, key: 'desk /care', title: 'Care', href: '/care' },
      count,
      counts: true,
    } as const
    const edition = editionOf([thing], new Map(), { t: translator('en'), kinds: new Map(), amberBodies: false })
    const isNews = saysNews(edition, await listSaid(system, beatrizId, town.now))
    told.push(isNews)
    if (!isNews) continue
    await insertDigests(
      system,
      [{ personId: beatrizId, day: town.now.toISOString().slice(0, 10), weekly: false }],
      town.now,
    )
    await closeDigest(system, await fill(town, 'select max(id) from digest'), town.now, edition.keys)
  }
  expect(told).toEqual([true, false, false, true])
})

test('the link of the mail ends all digests with one POST, as mail programs press it, and leaves what comes at once', async () => {
  await wish(town, 'asked', 'at_once')
  await publish(town, ada, { title: 'Schlussblatt' })
  expect(await nextDay(town)).toBe(1)
  const path = last()?.endAddress?.replace('http://localhost', '') ?? ''
  expect(await town.visitor.page(path)).toContain('Yes, no more digests')
  const rhythms = () =>
    fill(town, `select count(*) from notice_rhythm where person_id = ${beatrizId} and rhythm = 'daily'`)
  expect(await rhythms()).toBe(1)
  const forged = path.replace(/by=\d+/, `by=${await town.personId('ada-lindmoser')}`)
  expect((await town.visitor.post(forged, { 'List-Unsubscribe': 'One-Click' })).status).toBe(410)
  expect((await town.visitor.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect(await rhythms()).toBe(0)
  expect(
    await fill(town, `select count(*) from notice_rhythm where person_id = ${beatrizId} and rhythm = 'at_once'`),
  ).toBe(1)
  await publish(town, ada, { title: 'Schlussblatt zwei' })
  expect(await nextDay(town)).toBe(0)
  expect(await beatriz.page('/digests')).toContain('You receive no digest')
})
