// The office's one word about TLP:AMBER: calendars and notices on devices follow it too, both ways, and TLP:RED follows none.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openPushService } from '../../../testing/push/loopback-push.ts'
import { feedPath } from '../calendars/paths.ts'
import { pushTo } from '../push/public.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'

const town = await openTown()
const service = await openPushService()
const [ada, beatriz, irena] = [
  await town.as('ada-lindmoser'),
  await town.as('beatriz-ribeirinha-douro'),
  await town.as('irena-halvorsdottir-blau'),
]
const beatrizId = await town.personId('beatriz-ribeirinha-douro')
afterAll(() => service.close())
beforeEach(forgetTries)

const meeting = {
  ...{ day: '2099-07-01', from: '18:30', to: '20:00', zone: 'Europe/Lisbon' },
  ...{ place: 'Secret corner', notes: 'Bring a lamp.' },
}
/** A room of Ada and Beatriz with a meeting; gives a thread in it. */
async function roomOf(name: string, chatham?: 'yes'): Promise<number> {
  const room = await foundBy(ada, { name, entry: 'invitation', ...(chatham && { chatham }) })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  expect((await ada.post(`/rooms/${room}/meetings`, { title: `Walk ${name}`, ...meeting })).status).toBe(303)
  return idIn(await openIn(ada, room, `Thread ${name}`))
}
const red = async (): Promise<number> => {
  const answer = await ada.post('/practices', {
    ...{ title: 'Redword', summary: 'Red.', lang: 'de', problem: 'p', response: 'r', results: 's', evidence: '0' },
    ...{ 'concepts[]': ['youth'], audience: 'persons', persons: 'Beatriz Ribeirinha Douro' },
  })
  const path = answer.headers.get('location') ?? ''
  await ada.post(`${path.split('?')[0]}/publication`)
  return Number(/\d+/.exec(path)?.[0])
}

const things = [await roomOf('Amberword'), await roomOf('Ruleword', 'yes'), await red()]
expect((await beatriz.post('/notices-on-devices/devices', service.subscribe('hers'))).status).toBe(303)
const html = await (await beatriz.post('/calendar/address')).text()
const calendar = feedPath(/calendar\.ics\?token=([\w-]{43})</.exec(html)?.[1] ?? 'none')

/** What a device is told of each of the three things. */
async function told(): Promise<string[]> {
  const before = service.received.length
  for (const id of things) {
    await pushTo({ system: town.database.system }, beatrizId, {
      key: `t-${before}-${id}`,
      path: '/',
      contributionId: id,
    })
    while ((await town.work()) > 0);
  }
  return service.received.slice(before).map(({ text }) => String(JSON.parse(text).body))
}
const waits = 'Something is waiting for you.'
const fetched = async () => (await (await town.visitor.get(calendar)).text()).replaceAll('\r\n ', '')
const set = async (amber: boolean) =>
  expect((await irena.post('/digests/setting', amber ? { amber: 'yes' } : {})).status).toBe(303)

test.each([
  ['never asked', undefined, false],
  ['yes', true, true],
  ['no again', false, false],
] as const)('the office says %s', async (_, word, open) => {
  if (word !== undefined) await set(word)
  expect(await told()).toEqual([open ? 'Thread Amberword' : waits, waits, waits])
  const file = await fetched()
  expect(file).toContain('Walk Amberword')
  expect(file.split('Secret corner').length - 1).toBe(open ? 1 : 0)
  expect(file.split('Bring a lamp').length - 1).toBe(open ? 1 : 0)
  expect(file).not.toContain('Walk Ruleword')
  expect(await beatriz.page('/calendar')).toContain(open ? 'place and text stand there too' : 'without place and text')
  const device = await beatriz.page('/notices-on-devices')
  expect(device).toContain(open ? 'has decided so, for TLP:AMBER' : 'only for TLP:CLEAR and TLP:GREEN;')
  expect(await fill(town, 'select count(*) from digest_setting where amber_bodies')).toBe(open ? 1 : 0)
})
