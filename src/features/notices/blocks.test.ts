// Whoever takes no messages from somebody hears no news of theirs either: of replies, of what they take over, of what was told before.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { openWatchingTown } from './fixtures.ts'
import { tell } from './public.ts'
import { raiseNotices } from './store-raising.ts'

const { town, ada, beatriz, publish, watch, countOf, workAll } = await openWatchingTown()
const [adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
const block = () => fill(town, `insert into message_block (person_id, blocked_id) values (${beatrizId}, ${adaId})`)
const unblock = () => fill(town, `delete from message_block where person_id = ${beatrizId}`)
const mailsToBeatriz = () => town.mails.filter(({ to }) => to.startsWith('beatriz')).length
const replyTo = async (id: string): Promise<void> => {
  await ada.post(`/contributions/${id}/replies`, { text: 'Ein Wort dazu.', lang: 'de' })
  await workAll()
}

test('a reply to what they look after themselves: neither notice nor mail; told before, it is gone until the block is', async () => {
  const id = await publish(beatriz, { title: 'Eigenwort' })
  await block()
  await replyTo(id)
  expect([await countOf(beatriz), mailsToBeatriz()]).toEqual([0, 0])
  await unblock()
  await replyTo(id)
  expect([await countOf(beatriz), mailsToBeatriz()]).toEqual([1, 1])
  await block()
  expect(await countOf(beatriz)).toBe(0)
  expect(await beatriz.page('/notices')).not.toContain('Eigenwort')
  await unblock()
  expect(await countOf(beatriz)).toBe(1)
})

test('told before the block: gone from page and number, and a mail that waited is not sent', async () => {
  await watch(beatriz, 'concept.youth')
  const id = await publish(ada, { title: 'Zuvorwort' })
  expect(await countOf(beatriz)).toBe(1)
  await block()
  await beatriz.post('/notices/rhythms', { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'at_once' })
  await fill(
    town,
    `insert into fact (name, contribution_id, data) select 'notice.raised', ${id}, jsonb_build_object('notice', id) from notice`,
  )
  await workAll()
  expect([await countOf(beatriz), mailsToBeatriz()]).toEqual([0, 0])
  await unblock()
})

test('that somebody takes over what they wrote, whichever feature tells it; about what is theirs they hear', async () => {
  const parts = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
  const factId = await fill(town, 'select min(id) from fact')
  const news = { personId: beatrizId, factId, area: 'asked', what: 'adopted', why: [] } as const
  const [theirs, own] = [await publish(ada, { title: 'Übernommen' }), await publish(beatriz, { title: 'Eigenes' })]
  await fill(town, `update contribution set author_id = ${adaId} where id = ${own}`)
  await block()
  const letter = { to: 'x@example.org', subject: 'x', text: 'x' }
  expect(await tell(parts, { ...news, contributionId: Number(theirs) }, letter)).toBe('gathered')
  expect(await countOf(beatriz)).toBe(0)
  expect(await tell(parts, { ...news, contributionId: Number(own) }, letter)).toBe('now')
  expect(await countOf(beatriz)).toBe(1)
  await unblock()
})

test('what their city is asked they hear whoever asks: nobody else may answer for it', async () => {
  const contributionId = Number(await publish(ada, { title: 'Stadtfrage' }))
  const factId = await fill(town, `select min(id) from fact where contribution_id = ${contributionId}`)
  await block()
  town.mails.length = 0
  const before = await countOf(beatriz)
  const candidates = sql`select ${beatrizId}::int as person_id, 'city'::text as area, '[{"by": "city"}]'::jsonb as why, null::timestamptz as since`
  await raiseNotices(town.database.system, { contributionId, factId, what: 'poll', candidates })
  await workAll()
  expect([await countOf(beatriz), mailsToBeatriz()]).toEqual([before + 1, 1])
  await unblock()
})
