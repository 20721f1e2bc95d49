// Devices are their owner's alone, past every page: asked in SQL, as somebody else and as oneself.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, openDoor } from '../../../testing/policies/as-person.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'
import { devicesPath, pushPath } from './paths.ts'

let town: Town
let service: PushService
let ada: Visitor
let adaId: number
let beatrizId: number
beforeAll(async () => {
  town = await openTown()
  service = await openPushService()
  ada = await town.as('ada-lindmoser')
  ;[adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
})
afterAll(() => service.close())

test('the database gives nobody the devices of others, and no address or key to anybody', async () => {
  expect((await ada.post(devicesPath, service.subscribe('private'))).status).toBe(303)
  const door = await openDoor(town)
  await door.as(beatrizId, async (client) => {
    expect(await attempt(client, `select id from push_device where person_id = ${adaId}`)).toBe('0 rows')
    expect(await attempt(client, `delete from push_device where person_id = ${adaId}`)).toBe('0 rows')
    const session = await fill(town, `select max(id) from session where person_id = ${adaId}`)
    expect(
      await attempt(
        client,
        `select app.add_push_device(${session}, 'https://x.net/', '${'x'.repeat(87)}', '${'x'.repeat(22)}')`,
      ),
    ).toBe('42501')
  })
  await door.as(adaId, async (client) => {
    expect(await attempt(client, 'select endpoint from push_device')).toBe('42501')
    expect(await attempt(client, 'select auth from push_device')).toBe('42501')
    expect(await attempt(client, 'select * from push_delivery')).toBe('42501')
    expect(await attempt(client, 'update push_device set person_id = 1')).toBe('42501')
  })
  await door.close()
})

test('the service worker comes from the root, for everybody, and the page needs signing in', async () => {
  const answer = await town.visitor.get('/push-worker.js')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect((await town.visitor.get(pushPath)).status).toBe(303)
  expect((await town.visitor.post(devicesPath, service.subscribe('nobody'))).status).toBe(401)
})
