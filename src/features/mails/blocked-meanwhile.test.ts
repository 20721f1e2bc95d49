// A block that is set while a mail waits in the outbox: what the blocked person said or shared does not leave any more.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openPost } from '../../../testing/mail-post.ts'
import { openMailServer } from '../../../testing/mail-server.ts'
import { testJobs } from '../../../testing/template.ts'
import { publishPractice } from '../adoptions/fixtures.ts'
import { tell } from '../notices/public.ts'

const town = await openTown()
const server = await openMailServer({ recipient: () => undefined })
const post = openPost(town, server.url)
const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
const [adaId, personId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
while ((await town.work()) > 0);
afterAll(async () => {
  await post.close()
  await server.close()
})
beforeEach(async () => {
  await fill(town, 'delete from mail; delete from notice; delete from message_block')
  server.arrived.length = 0
})
const names = (): (string | undefined)[] => server.arrived.map(({ messageId }) => messageId.split('@')[0]).sort()
const block = () => fill(town, `insert into message_block (person_id, blocked_id) values (${personId}, ${adaId})`)

const parts = { ...testJobs(town.database.system, town.dataDir), mail: post.write, now: () => town.now }
const factId = await fill(town, 'select min(id) from fact')
const tellOf = async (
  id: string,
  about: { contributionId: number; replyId?: number },
  area: 'asked' | 'city' = 'asked',
) => {
  const fact = await fill(
    town,
    `select id from fact where id >= ${factId} order by id offset (select count(*) from notice) limit 1`,
  )
  const news = { ...about, personId, area, factId: fact, what: 'reply', why: [] } as const
  expect(await tell(parts, news, { to: 'beatriz@porto.example', subject: id, text: `About ${id}.`, id })).toBe('now')
}
const byAda = Number(await publishPractice(ada))
const byBeatriz = Number(await publishPractice(beatriz))
for (const id of [byAda, byBeatriz]) await ada.post(`/contributions/${id}/replies`, { text: 'One word.', lang: 'en' })
const replyBelow = (id: number) => fill(town, `select id from reply where contribution_id = ${id}`)

test('what she shared and what she replied stays; what Beatriz looks after herself, and what her city is asked, leaves', async () => {
  await tellOf('shared', { contributionId: byAda })
  await tellOf('replied', { contributionId: byBeatriz, replyId: await replyBelow(byBeatriz) })
  await tellOf('own', { contributionId: byBeatriz })
  await tellOf('city', { contributionId: byAda }, 'city')
  await block()
  await post.send()
  expect(names()).toEqual(['city', 'own'])
  expect(await fill(town, 'select count(*) from mail where sent_at is null')).toBe(0)
})

test('without a block all of them leave', async () => {
  await tellOf('shared', { contributionId: byAda })
  await tellOf('replied', { contributionId: byBeatriz, replyId: await replyBelow(byBeatriz) })
  await post.send()
  expect(names()).toEqual(['replied', 'shared'])
})
