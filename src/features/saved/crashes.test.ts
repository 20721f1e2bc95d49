// Whatever crashes between a contribution and the mail about it: there is one mail in the end.
import { expect, test } from 'vitest'
import type { ReadAs } from '#platform/db/database.ts'
import type { SendMail } from '#platform/feature.ts'
import { readOutbox } from '#platform/mail/send-mail.ts'
import { fill } from '../../../testing/as-owner.ts'
import { mailAtOnce } from '../../../testing/mail-at-once.ts'
import { testJobs } from '../../../testing/template.ts'
import { sendDigests } from '../digests/actions/send-digests.ts'
import { sendAlert } from './actions/send-alert.ts'
import { openWaitingTown, publish, saveFor, workAll } from './fixtures.ts'
import { raiseAgain } from './store-alerts.ts'

const { town, ada, beatriz, addresses } = await openWaitingTown()
const one = ['beatriz.ribeirinha-douro@porto.example']
const mailsInOutbox = async (word: string): Promise<number> =>
  (await readOutbox(town.dataDir, 1000)).filter((raw) => raw.includes(word)).length

/** Beatriz waits for this word, Ada publishes it, and the alert about it stands to be sent. */
async function raise(word: string): Promise<number> {
  await saveFor(beatriz, `q=${word}`, 'at-once')
  await publish(town, ada, { title: word }, 1)
  return fill(town, 'select max(id) from saved_alert where sent_at is null')
}
const sendBy = (alert: number, mail: SendMail): Promise<void> =>
  sendAlert({ ...testJobs(town.database.system, town.dataDir), mail }, alert, 0)

test('facts that are heard twice tell nobody twice', async () => {
  await raise('Doppelwort')
  await workAll(town)
  await fill(town, `update fact set queued_at = null where name in ('practice.published', 'alert.raised')`)
  await workAll(town)
  expect(addresses()).toEqual(one)
})

test('a mail server that is away: one mail when it is back', async () => {
  const alert = await raise('Stoerwort')
  await expect(sendBy(alert, () => Promise.reject(new Error('The mail server is away.')))).rejects.toThrow('away')
  await workAll(town)
  expect(addresses()).toEqual(one)
})

test('killed after the mail was handed over, before that was written down: it comes once, and says that it is the same', async () => {
  const alert = await raise('Knallwort')
  const intoOutbox = mailAtOnce(town.dataDir)
  const ids: (string | undefined)[] = []
  const killed: SendMail = async (mail) => {
    ids.push(mail.id)
    await intoOutbox(mail)
    throw new Error('killed')
  }
  await expect(sendBy(alert, killed)).rejects.toThrow('killed')
  await workAll(town)
  expect(await mailsInOutbox('Knallwort')).toBe(1)
  expect(town.mails.map(({ id }) => id)).toEqual(ids)
})

test('killed while matching: neither match nor alert is left, and the next try makes both once', async () => {
  await saveFor(beatriz, 'q=Halbwort', 'at-once')
  await fill(town, 'alter table saved_alert add constraint broken check (false) not valid')
  await publish(town, ada, { title: 'Halbwort' })
  expect(await fill(town, 'select count(*) from saved_match')).toBe(0)
  await fill(town, 'alter table saved_alert drop constraint broken')
  const tried = async (): Promise<readonly string[]> => {
    await workAll(town)
    return addresses()
  }
  await expect.poll(tried, { timeout: 15_000, interval: 500 }).toEqual(one)
})

test('a mail server that is away until the job is given up: the next morning the mail goes out, once', async () => {
  await raise('Langwort')
  await fill(town, `update fact set queued_at = now() where name = 'alert.raised' and queued_at is null`)
  await workAll(town)
  expect(town.mails).toEqual([])
  await raiseAgain(town.database.system)
  await workAll(town)
  expect(town.mails).toEqual([])
  await fill(town, `update saved_alert set raised_at = raised_at - interval '2 hours' where sent_at is null`)
  for (const _ of [1, 2]) await raiseAgain(town.database.system)
  await workAll(town)
  expect(addresses()).toEqual(one)
})

test('two processes at the same alert, or at the digest that the same thing stands in, tell of it once', async () => {
  const alert = await raise('Eilwort')
  await saveFor(beatriz, 'q=Eilwort&country=AT', 'daily')
  await fill(
    town,
    `insert into saved_match (saved_search_id, contribution_id)
      select s.id, m.contribution_id from saved_search s, saved_match m where s.rhythm = 'daily'`,
  )
  await fill(town, `update saved_search set alerts_from = now() - interval '1 hour'`)
  const quiet = `insert into notice_rhythm (person_id, area, rhythm) select id, area, 'never' from person, unnest(array['asked', 'watched', 'rooms', 'city']) area
    on conflict (person_id, area) do update set rhythm = 'never'`
  await fill(town, `${quiet}; delete from digest`)
  await fill(
    town,
    `insert into digest (person_id, day, weekly, raised_at) select id, '2027-03-04', true, now() from person where slug = 'beatriz-ribeirinha-douro'`,
  )
  const sent: string[] = []
  const slowly: SendMail = async ({ subject }) => {
    await new Promise((go) => setTimeout(go, 300))
    sent.push(subject)
  }
  const readAs: ReadAs = (personId, work) => town.database.read({ personId }, work)
  const digests = sendDigests({ ...testJobs(town.database.system, town.dataDir, readAs), mail: slowly })
  await Promise.all([sendBy(alert, slowly), sendBy(alert, slowly), digests])
  expect(sent).toHaveLength(1)
  expect(await fill(town, 'select count(*) from saved_match where told_at is null')).toBe(0)
})
