// Digests are sent when something has come, once a person and day whatever crashes, and end with one click.
import { expect, test } from 'vitest'
import type { SendMail } from '#platform/feature.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testSecret } from '../../../testing/template.ts'
import { raiseDigests } from './actions/raise-digests.ts'
import { sendDigests } from './actions/send-digests.ts'
import { beatrizAddress, deliver, jobsOf, nextDay, openReadersTown, publish, wish, workAll } from './fixtures.ts'

const { town, ada, beatriz, beatrizId } = await openReadersTown()
/** Something always waits for them. */
const offices = (rhythm: string) =>
  fill(
    town,
    `update notice_rhythm set rhythm = '${rhythm}' where area = 'city' and person_id in (select id from person where role = 'office')`,
  )
const last = () => town.mails.at(-1)

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

test('one address that a mail server refuses keeps nobody else from theirs; and a server that is away is not asked 20,000 times', async () => {
  await publish(town, ada, { title: 'Drittes Blatt' })
  await offices('daily')
  await fill(town, `update digest set keys = '{}'`)
  town.now = new Date(town.now.getTime() + 86_400_000)
  await raiseDigests(jobsOf(town))
  const open = await fill(town, 'select count(*) from digest where closed_at is null')
  let tries = 0
  const away: SendMail = async () => {
    tries += 1
    throw new Error('nobody answers')
  }
  await expect(sendDigests({ ...jobsOf(town), mail: away })).rejects.toThrow('3 digests failed')
  expect(tries).toBe(3)
  const sent: string[] = []
  const picky: SendMail = async ({ to }) => {
    if (sent.length === 0 && tries++ === 3) throw new Error('refused')
    sent.push(to)
  }
  await expect(sendDigests({ ...jobsOf(town), mail: picky })).rejects.toThrow('1 digests failed')
  expect(sent.length).toBeGreaterThan(1)
  expect(await fill(town, 'select count(*) from digest where closed_at is null')).toBe(1)
  expect(open).toBeGreaterThan(2)
  await offices('never')
  await workAll(town)
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
