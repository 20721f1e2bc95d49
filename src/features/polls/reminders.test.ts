// Reminders: once, to whom a city named and to its coordinator, and to nobody whose city has answered.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { ask, audienceOf, giveAnswer, pollFields } from './fixtures.ts'
import { schedules } from './jobs.ts'
import { noteReminders } from './store-reminders.ts'

let town: Town
let almut: Visitor
let jonte: Visitor
beforeAll(async () => {
  town = await openTown()
  almut = await town.as('almut-westrichter')
  jonte = await town.as('jonte-pfalzgrafer')
})

const day = 86_400_000
const inGermany = async (title: string): Promise<number> =>
  ask(town, almut, { title, audience: String(await audienceOf(town, 'forum-germany')) })
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
/** That a city is asked at all is told by another mail. */
const isReminder = (id: string | undefined): boolean => id?.startsWith('poll-reminder-') === true

/** The hourly round at that moment, and the mails about this poll that came of it. */
async function round(now: Date, title: string): Promise<string[]> {
  const before = town.mails.length
  await noteReminders(town.database.system, now)
  await work()
  return town.mails
    .slice(before)
    .filter(({ id, subject }) => isReminder(id) && subject.includes(title))
    .map(({ to }) => to)
}
const addressOf = async (slug: string): Promise<string> =>
  (await rowsOf<{ email: string }>(town, `select email from person where slug = '${slug}'`))[0]?.email ?? ''

test('comes three days before the end, once, and not to cities that have answered', async () => {
  const title = 'Grumpelbank'
  const id = await inGermany(title)
  const karlsruhe = await town.as('gregor-wildschutte')
  expect(await giveAnswer(karlsruhe, id)).toBe(303)
  await work()
  expect(await round(new Date(town.now.getTime() + 10 * day), title)).toEqual([])
  const late = new Date(town.now.getTime() + 18 * day)
  const reminded = await round(late, title)
  expect(reminded).toContain(await addressOf('almut-westrichter'))
  expect(reminded).toContain(await addressOf('korbinian-thalgasser'))
  for (const slug of ['gregor-wildschutte', 'jonte-pfalzgrafer', 'ada-lindmoser', 'carsten-mittelweg'])
    expect(reminded).not.toContain(await addressOf(slug))
  expect(new Set(reminded).size).toBe(reminded.length)
  expect(await round(late, title)).toEqual([])
})

test('comes to whomever the coordinator named as well, and says what is asked until when', async () => {
  const title = 'Zottelpoller'
  const id = await inGermany(title)
  await almut.post(`/polls/${id}/colleague`, { person: String(await town.personId('jonte-pfalzgrafer')) })
  const reminded = await round(new Date(town.now.getTime() + 18 * day), title)
  for (const slug of ['almut-westrichter', 'jonte-pfalzgrafer']) expect(reminded).toContain(await addressOf(slug))
  const mail = town.mails.findLast(({ id, subject }) => isReminder(id) && subject.includes(title))
  expect(mail?.text).toContain(`/polls/${id}`)
  expect(mail?.text).toContain('20')
})

test('stops with the answer, also when the reminder was noted already', async () => {
  const title = 'Knisterkante'
  const id = await inGermany(title)
  await noteReminders(town.database.system, new Date(town.now.getTime() + 18 * day))
  const before = town.mails.length
  expect(await giveAnswer(jonte, id)).toBe(303)
  await work()
  const to = town.mails.slice(before).filter(({ id, subject }) => isReminder(id) && subject.includes(title))
  expect(to.map((mail) => mail.to)).not.toContain(await addressOf('almut-westrichter'))
  expect(to.length).toBeGreaterThan(0)
})

test.each([
  ['a poll that never reminds', { remind: 'never' }, ''],
  ['one that was withdrawn', {}, 'withdrawal'],
  ['one that was closed', {}, 'outcome'],
])('is not sent for %s', async (_, more, act) => {
  const title = `Wackelschild ${act}`
  const id = await ask(town, almut, { ...pollFields(town), title, ...more })
  if (act !== '')
    expect((await almut.post(`/polls/${id}/${act}`, { outcome: 'Over.', revision: '1' })).status).toBe(303)
  expect(await round(new Date(town.now.getTime() + 18 * day), title)).toEqual([])
})

test('reaches nobody whom the poll does not reach any more', async () => {
  const title = 'Flitzbremse'
  await inGermany(title)
  const muc = `(select organisation_id from person where slug = 'korbinian-thalgasser')`
  await fill(town, `update forum_member set resting = true where organisation_id = ${muc} returning 1`)
  const reminded = await round(new Date(town.now.getTime() + 18 * day), title)
  expect(reminded).not.toContain(await addressOf('korbinian-thalgasser'))
  expect(reminded.length).toBeGreaterThan(0)
  await fill(town, `update forum_member set resting = false where organisation_id = ${muc} returning 1`)
})

test('the round is taken every hour, and when a process starts', () => {
  expect(schedules.map(({ cron, atStart }) => [cron.split(' ')[1], atStart])).toEqual([['*', true]])
})
