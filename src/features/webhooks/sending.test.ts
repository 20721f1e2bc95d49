// What becomes of messages when something else happens while they are sent: each run goes on, and each end is told.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { JobParts } from '#platform/feature.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { askedBy } from '../discussion/fixtures.ts'
import { sendDue } from './actions/send-due.ts'
import { receiver } from './fixtures.ts'
import { takeDue } from './store-sending.ts'

let town: Town
let irena: Visitor
let jobs: JobParts
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  jobs = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
})
beforeEach(() => fill(town, 'delete from webhook'))

const register = async (address: string): Promise<void> => {
  expect((await irena.post('/webhooks', { address, 'facts[]': ['question.asked'] })).status).toBe(200)
}
const askAndHear = async (): Promise<void> => {
  await askedBy(await town.as('ada-lindmoser'), { audience: '2' })
  while ((await town.work()) > 0);
  // Where a minute began meanwhile, the schedule has tried the real address.
  await fill(town, 'update webhook_delivery set next_at = made_at where outcome is null')
}

test('a webhook that is removed while it is posted to holds up no other', async () => {
  await register('https://one.example/in')
  await register('https://other.example/in')
  await askAndHear()
  const { sent, post } = receiver()
  await sendDue(jobs, async (one) => {
    if (one.url.includes('one.example')) await fill(town, "delete from webhook where address like '%one.example%'")
    return post(one)
  })
  expect(sent).toHaveLength(2)
  expect(await rowsOf(town, 'select outcome from webhook_delivery')).toEqual([{ outcome: 'delivered' }])
})

test('a silent webhook with much that is late does not take the places of all others', async () => {
  await register('https://silent.example/in')
  await register('https://other.example/in')
  await askAndHear()
  await fill(
    town,
    `insert into webhook_delivery (id, webhook_id, fact_id, fact, made_at, next_at)
     select gen_random_uuid(), w.id, f.id, 'question.asked', '2020-01-01', '2020-01-01'
     from webhook w, (select id from fact order by id limit 30) f where w.address like '%silent%' on conflict do nothing`,
  )
  const first = (await takeDue(town.database.system, town.now)).map(({ address }) => address)
  expect(first.toSorted()).toEqual(['https://other.example/in', ...Array(5).fill('https://silent.example/in')])
})

test('where the secret of the installation has changed nothing is sent unsigned, and the log says why', async () => {
  await register('https://hook.example/in')
  await askAndHear()
  const { sent, post } = receiver()
  const moved = { ...jobs, settings: { ...jobs.settings, secret: 'another secret of 32 characters!!' } }
  await sendDue(moved, post)
  expect(sent).toEqual([])
  expect(await rowsOf(town, 'select outcome from webhook_delivery')).toEqual([{ outcome: 'given-up' }])
  const [webhook] = await rowsOf<{ id: number }>(town, 'select id from webhook')
  expect(await irena.page(`/webhooks/${webhook?.id}`)).toContain('the installation has another secret now')
})

test('is stopped and told of, or neither', async () => {
  await register('https://hook.example/in')
  await askAndHear()
  // The facts refuse.
  await rowsOf(
    town,
    "alter table fact add constraint no_stop check (name <> 'webhook.stopped' or at < '2000-01-01') not valid",
  )
  await expect(sendDue(jobs, receiver(410).post)).rejects.toThrow('no_stop')
  await rowsOf(town, 'alter table fact drop constraint no_stop')
  expect(await rowsOf(town, 'select stopped_because from webhook')).toEqual([{ stopped_because: null }])
})
