// Who answers all: in the mail stand addresses that were signed for others too, or for several threads. Whose they are takes their own.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { answersTo } from '#platform/mail/reply-address.ts'
import type { Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { askedBy } from '../discussion/fixtures.ts'
import { adasAddress, mailOf, openTownWithMail, partsOf, take } from './fixtures.ts'
import { findSender } from './store.ts'

let town: Town
let questions: readonly string[]
beforeAll(async () => {
  town = await openTownWithMail()
  const ada = await town.as('ada-lindmoser', 'de')
  questions = [await askedBy(ada, { audience: '2' }, 'Wer zahlt?'), await askedBy(ada, { audience: '2' }, 'Wer baut?')]
})
beforeEach(async () => {
  forgetTries()
  await fill(town, 'delete from incoming_mail')
  await fill(town, `delete from reply where contribution_id in (${questions.join()})`)
  town.mails.length = 0
})

/** As a notice to this person had it, perhaps before they moved. */
async function addressOf(slug: string, thread: string | undefined, earlier = {}): Promise<string> {
  const { system, settings } = partsOf(town)
  const whose = await findSender(system, await town.personId(slug))
  if (whose === undefined) throw new Error(`Nobody is ${slug}`)
  return answersTo(settings, Number(thread), { ...whose, ...earlier }).replyTo ?? ''
}
const landed = () =>
  rowsOf<{ thread: number; author: number }>(
    town,
    `select contribution_id as thread, author_id as author from reply where contribution_id in (${questions.join()}) order by id`,
  )

test('behind the address of a colleague one’s own counts, and lands as one’s own alone', async () => {
  const [first] = questions
  const colleague = await addressOf('beatriz-ribeirinha-douro', first)
  const mail = { to: colleague, cc: await addressOf('ada-lindmoser', first), text: 'Das Land.' }
  expect(await take(town, mail)).toBe('landed')
  expect(await landed()).toEqual([{ thread: Number(first), author: await town.personId('ada-lindmoser') }])
  expect(await take(town, { to: colleague, text: 'Nur an sie.' })).toBe('ignored')
})

test('to two threads it lands in each, once, also where it is handed over again', async () => {
  const to = [await addressOf('ada-lindmoser', questions[0]), await addressOf('ada-lindmoser', questions[1])]
  const source = await mailOf({ from: adasAddress, to, text: 'Für beide.' })
  expect([await take(town, source), await take(town, source)]).toEqual(['landed', 'landed-before'])
  expect(await take(town, source, { to: [to[1] ?? ''] })).toBe('landed-before')
  expect((await landed()).map(({ thread }) => thread)).toEqual(questions.map(Number))
})

test('beside an address from before one moved, that of today counts', async () => {
  const old = await addressOf('ada-lindmoser', questions[0], { email: 'ada@before.example' })
  const to = [old, await addressOf('ada-lindmoser', questions[0])]
  expect(await take(town, { to, text: 'Von heute.' })).toBe('landed')
  expect([(await landed()).length, town.mails.length]).toEqual([1, 0])
})
