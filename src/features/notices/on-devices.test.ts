// What comes at once comes on devices too, where somebody allowed it; what is gathered for the digest does not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'
import { testJobs } from '../../../testing/template.ts'
import { tell } from './public.ts'
import type { Area } from './rhythm.ts'

let town: Town
let service: PushService
beforeAll(async () => {
  town = await openTown()
  service = await openPushService()
})
afterAll(() => service.close())

test('Beatriz is asked: her phone says about what, once; what she only watches waits for the digest', async () => {
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  await beatriz.post('/notices-on-devices/devices', service.subscribe('phone'))
  const personId = await town.personId('beatriz-ribeirinha-douro')
  await rowsOf(town, `delete from notice_setting where person_id = ${personId}`)
  await rowsOf(town, `delete from notice_rhythm where person_id = ${personId}`)
  const contributionId = await fill(
    town,
    `select min(id) from contribution where audience_id = 1 and state = 'published' and hidden_at is null`,
  )
  const parts = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
  const mail = { to: 'beatriz@example.org', subject: 'x', text: 'x' }
  const hear = async (area: Area, factId: number) =>
    tell(parts, { personId, contributionId, factId, area, what: 'reply', why: [] }, mail)
  const [first, second] = [await fill(town, 'select min(id) from fact'), await fill(town, 'select max(id) from fact')]
  expect([await hear('asked', first), await hear('asked', first), await hear('watched', second)]).toEqual([
    'now',
    'now',
    'gathered',
  ])
  while ((await town.work()) > 0);
  const [row] = await rowsOf<{ title: string }>(town, `select title from contribution where id = ${contributionId}`)
  expect(service.received.map(({ text }) => JSON.parse(text).body)).toEqual([row?.title])
})
