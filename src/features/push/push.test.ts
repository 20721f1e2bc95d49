// Notices on devices: allowed by whoever sits before them, told to nobody else, and nothing that a screen should not show.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import type { PushService } from '../../../testing/push/loopback-push.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'
import { openPushTown, type PushTown } from './fixtures.ts'
import { pushTo } from './public.ts'

const page = '/notices-on-devices'
const devices = `${page}/devices`

let town: Town
let service: PushService
let allow: PushTown['allow']
let tell: PushTown['tell']
let workAll: PushTown['workAll']
let bodies: PushTown['bodies']
let ada: Visitor
let beatriz: Visitor
let adaId: number
let beatrizId: number
beforeAll(async () => {
  ;({ town, service, allow, tell, workAll, bodies } = await openPushTown())
  ;[ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
  ;[adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
})
afterAll(() => service.close())
beforeEach(forgetTries)

const count = (rows: string) => fill(town, `select count(*) from ${rows}`)
const publicThing = () =>
  fill(town, `select min(id) from contribution where audience_id = 1 and state = 'published' and hidden_at is null`)
const titleOf = async (id: number): Promise<string> =>
  (await rowsOf<{ title: string }>(town, `select title from contribution where id = ${id}`))[0]?.title ?? ''

describe('a device', () => {
  test('is allowed, seen, tried and removed', async () => {
    await allow(ada, 'ada-phone')
    expect(await ada.page(page)).toContain('this device')
    expect((await ada.post(`${page}/trial`)).status).toBe(303)
    await workAll()
    expect(bodies('ada-phone')).toEqual(['Something is waiting for you.'])
    expect(await ada.page(page)).not.toContain('none yet')
    const id = await fill(town, `select id from push_device where person_id = ${adaId}`)
    expect((await beatriz.post(`${devices}/${id}/removal`)).status).toBe(404)
    expect((await ada.post(`${devices}/${id}/removal`)).status).toBe(303)
    expect((await ada.post(`${devices}/${id}/removal`)).status).toBe(404)
    await tell(adaId, 'after-removal')
    await workAll()
    expect(bodies('ada-phone')).toHaveLength(1)
  })

  test('of which the browser tells nonsense is refused with a sentence, and nothing is kept', async () => {
    const before = await count('push_device')
    const right = service.subscribe('nonsense')
    const wrong = [
      {},
      { ...right, endpoint: 'https://10.0.0.1/x' },
      { ...right, endpoint: 'https://169.254.169.254/latest/meta-data' },
      { ...right, endpoint: `https://fcm.googleapis.com/${'x'.repeat(2000)}` },
      { ...right, p256dh: 'BAAA' },
      { ...right, p256dh: Buffer.alloc(65, 4).toString('base64url') },
      { ...right, auth: 'short' },
    ]
    for (const fields of wrong) {
      const answer = await ada.post(devices, fields)
      expect([answer.status, (await answer.text()).includes('named no address')]).toEqual([422, true])
    }
    expect(await count('push_device')).toBe(before)
  })

  test('gets nothing any more once its person signed out on it', async () => {
    const once = await town.as('almut-westrichter')
    const personId = await town.personId('almut-westrichter')
    await allow(once, 'almut-desk')
    await once.post('/sign-out')
    expect(await count(`push_device where person_id = ${personId}`)).toBe(0)
    await tell(personId, 'signed-out')
    await workAll()
    expect(bodies('almut-desk')).toEqual([])
  })

  test('that two people share tells only whoever allowed it last', async () => {
    const browser = service.subscribe('shared')
    await ada.post(devices, browser)
    await beatriz.post(devices, browser)
    await tell(adaId, 'for-ada')
    await workAll()
    expect(bodies('shared')).toEqual([])
    await tell(beatrizId, 'for-beatriz')
    await workAll()
    expect(bodies('shared')).toHaveLength(1)
  })

  test('is one of at most ten', async () => {
    for (let number = 0; number < 12; number += 1) await allow(ada, `many-${number}`)
    expect(await count(`push_device where person_id = ${adaId}`)).toBe(10)
    await rowsOf(town, `delete from push_device where person_id = ${adaId}`)
  })

  test('whose subscription has ended is forgotten', async () => {
    await allow(ada, 'ended')
    service.answer = 410
    await tell(adaId, 'to-ended')
    await workAll()
    service.answer = 201
    expect(await count(`push_device where person_id = ${adaId}`)).toBe(0)
  })
})

describe('a notice', () => {
  test('names the title of what everybody may read, once however often it is told', async () => {
    await allow(ada, 'public')
    const id = await publicThing()
    for (let times = 0; times < 3; times += 1) await tell(adaId, `notice-${id}`, id, `/practices/${id}`)
    await workAll()
    await tell(adaId, `notice-${id}`, id)
    await workAll()
    expect(bodies('public')).toEqual([await titleOf(id)])
  })

  test('waits while the push service is away, and arrives once it is back', async () => {
    await allow(ada, 'patient')
    service.answer = 503
    await tell(adaId, 'patience')
    await workAll()
    expect(bodies('patient')).toEqual([])
    expect(
      await count(
        `push_delivery d join push_device v on v.id = d.device_id where d.key = 'patience' and done_at is null`,
      ),
    ).toBeGreaterThan(0)
    service.answer = 201
    await rowsOf(
      town,
      `update pgboss.job set start_after = now() - interval '1 minute' where name = 'push.send' and state = 'retry'`,
    )
    await workAll()
    expect(bodies('patient')).toEqual(['Something is waiting for you.'])
  })

  test('about a room says that something waits, and nothing once somebody was taken out of it', async () => {
    const room = await foundBy(ada, { name: 'Behind the station', entry: 'invitation' })
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    const thread = idIn(await openIn(ada, room, 'Names of dealers'))
    await allow(beatriz, 'in-room')
    await tell(beatrizId, 'room-1', thread)
    await workAll()
    expect(bodies('in-room')).toEqual(['Something is waiting for you.'])
    await tell(beatrizId, 'room-2', thread)
    await ada.post(`/rooms/${room}/members/${beatrizId}/removal`)
    await workAll()
    expect(bodies('in-room')).toHaveLength(1)
    expect(JSON.stringify(service.received.map(({ text }) => text))).not.toContain('dealers')
  })

  test('is not sent about what was hidden, withdrawn or muted meanwhile, nor to somebody who left', async () => {
    await allow(beatriz, 'late')
    const id = await publicThing()
    const { state } = (await rowsOf<{ state: string }>(town, `select state from contribution where id = ${id}`))[0] ?? {
      state: '',
    }
    for (const [before, after] of [
      [
        `update contribution set hidden_at = now() where id = ${id}`,
        `update contribution set hidden_at = null where id = ${id}`,
      ],
      [
        `update contribution set state = 'withdrawn' where id = ${id}`,
        `update contribution set state = '${state}' where id = ${id}`,
      ],
      [
        `insert into mute (person_id, contribution_id) values (${beatrizId}, ${id})`,
        `delete from mute where person_id = ${beatrizId}`,
      ],
      [
        `update person set left_at = now() where id = ${beatrizId}`,
        `update person set left_at = null where id = ${beatrizId}`,
      ],
    ] as const) {
      await tell(beatrizId, `late ${before.slice(0, 80)}`, id)
      await rowsOf(town, before)
      await workAll()
      await rowsOf(town, after)
    }
    expect(bodies('late')).toEqual([])
  })

  test('reads in the language of its person', async () => {
    const irena = await town.as('irena-halvorsdottir-blau', 'de')
    await allow(irena, 'german')
    await tell(await town.personId('irena-halvorsdottir-blau'), 'german')
    await workAll()
    expect(bodies('german')).toEqual(['Etwas wartet auf Sie.'])
  })

  test('in a transaction that is taken back was never on its way', async () => {
    await allow(ada, 'taken-back')
    const undone = town.database.system.transaction().execute(async (system) => {
      await pushTo({ system }, adaId, { key: 'undone', path: '/' })
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    await workAll()
    expect(bodies('taken-back')).toEqual([])
  })
})
