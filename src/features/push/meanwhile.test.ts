// What happens between a notice and its device, or twice at the same moment.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import type { Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { idIn, writeTo } from '../messages/fixtures.ts'
import { openPushTown, type PushTown } from './fixtures.ts'
import { devicesPath } from './paths.ts'

let parts: PushTown
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  parts = await openPushTown()
  ;[ada, beatriz] = [await parts.town.as('ada-lindmoser'), await parts.town.as('beatriz-ribeirinha-douro')]
})
afterAll(() => parts.service.close())
beforeEach(forgetTries)

test('a browser that tells of itself twice at once is one device', async () => {
  for (const other of [ada, beatriz]) {
    const browser = parts.service.subscribe(`twice-${other === ada}`)
    const answers = await Promise.all([ada, other, ada].map((who) => who.post(devicesPath, browser)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await fill(parts.town, `select count(*) from push_device where endpoint = '${browser.endpoint}'`)).toBe(1)
  }
})

test('a device on which nobody is signed in any more, since their time is over, gets nothing', async () => {
  const { town, allow, tell, workAll, bodies } = parts
  const personId = await town.personId('almut-westrichter')
  await allow(await town.as('almut-westrichter'), 'almut-expired')
  await tell(personId, 'in-time')
  await workAll()
  expect(bodies('almut-expired')).toHaveLength(1)
  await rowsOf(town, `update session set expires_at = now() - interval '1 minute' where person_id = ${personId}`)
  await tell(personId, 'too-late')
  await workAll()
  expect(bodies('almut-expired')).toHaveLength(1)
})

test('a message is not told of once its recipient takes none from whoever wrote it', async () => {
  const { town, allow, tell, workAll, bodies } = parts
  const adaId = await town.personId('ada-lindmoser')
  await allow(ada, 'blocks')
  const message = idIn(await writeTo(beatriz, 'ada-lindmoser'))
  await workAll()
  const before = bodies('blocks').length
  await tell(adaId, 'message-1', message)
  await workAll()
  expect(bodies('blocks')).toHaveLength(before + 1)
  await tell(adaId, 'message-2', message)
  await ada.post('/messages/blocks', { whom: 'beatriz-ribeirinha-douro' })
  await workAll()
  expect(bodies('blocks')).toHaveLength(before + 1)
})
