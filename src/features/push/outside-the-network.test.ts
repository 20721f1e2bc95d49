// Whoever is let in without being of a member has devices too: what reaches them is told there.
import { afterAll, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { openPushService } from '../../../testing/push/loopback-push.ts'
import { devicesPath } from './paths.ts'
import { pushTo } from './public.ts'

const town = await openTown()
const service = await openPushService()
afterAll(() => service.close())

test.each([
  [false, 1],
  [true, 0],
])('a city that is in a forum alone, its membership resting: %s', async (resting, notices) => {
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const name = `in-a-forum-${resting}`
  expect((await beatriz.post(devicesPath, service.subscribe(name))).status).toBe(303)
  const beatrizId = await town.personId('beatriz-ribeirinha-douro')
  const porto = await fill(town, `select organisation_id from person where id = ${beatrizId}`)
  const forum = await fill(town, 'select min(id) from forum')
  await pastTriggers(
    town,
    `update organisation set active = false where id = ${porto}; delete from forum_member where organisation_id = ${porto};
     insert into forum_member (forum_id, organisation_id, without_network, resting) values (${forum}, ${porto}, true, ${resting})`,
  )
  const contributionId = await fill(
    town,
    `select min(id) from contribution where audience_id = 1 and state = 'published' and hidden_at is null`,
  )
  await pushTo({ system: town.database.system }, beatrizId, { key: name, path: '/', contributionId })
  while ((await town.work()) > 0);
  expect(service.received.filter((one) => one.name === name)).toHaveLength(notices)
  await pastTriggers(town, `update organisation set active = true where id = ${porto}`)
})
