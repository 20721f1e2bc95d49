// A service that answers later: the page says so, what it brings is taken from it alone, and only while the text stands.
import pg from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { etranslation } from '#platform/translation/etranslation.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import {
  asETranslation,
  openTranslationServer,
  shout,
  type TranslationServer,
} from '../../../testing/translation-server.ts'
import { askedBy, pageOf } from '../discussion/fixtures.ts'
import { translated, translatorOf } from './fixtures.ts'

let town: Town
let service: TranslationServer
let ada: Visitor
let jonte: Visitor
beforeAll(async () => {
  service = await openTranslationServer(asETranslation)
  const provider = etranslation({
    address: service.address,
    account: { user: 'vicinia', password: 'geheim' },
    patience: 500,
  })
  town = await openTown('demonstration', 'https://vicinia.example', undefined, {}, translatorOf(provider))
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer', 'de')
})
beforeEach(() => {
  service.sent.length = 0
})

interface Order {
  readonly page: string
  readonly arrival: string
}

/** What the last order said. */
function order(): Order {
  const body = JSON.parse(service.sent.at(-1)?.body ?? '{}')
  const page = Buffer.from(body.documentToTranslateBase64.content, 'base64').toString()
  return { page, arrival: new URL(body.destinations.httpDestinations[0]).pathname }
}
/** As the Commission's servers do it: no cookie, no origin, base64. */
const bring = (path: string, body: string): Promise<Response> =>
  Promise.resolve(town.app.request(path, { method: 'POST', body: Buffer.from(body).toString('base64') }))

test('it is on its way, then it is there; the address is good once', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'Who *walks* later?')
  expect(await translated(jonte, `contributions/${id}`)).toContain('Der Text liegt bei eTranslation.')
  const { page, arrival } = order()
  // Whoever asks meanwhile sends nothing.
  const sent = service.sent.length
  await translated(jonte, `contributions/${id}`)
  expect(service.sent).toHaveLength(sent)
  expect((await bring(arrival, shout(page))).status).toBe(204)
  expect(await pageOf(jonte, id)).toContain('WHO <em>WALKS</em> LATER?')
  expect((await bring(arrival, shout(page))).status).toBe(410)
})

test('what never came is waited for no longer than the patience; then the button is there again', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'Lost on the way')
  await translated(jonte, `contributions/${id}`)
  expect(await pageOf(jonte, id)).not.toContain('Ins Deutsche übersetzen')
  await fill(town, `update translation set asked_at = asked_at - interval '61 minutes' where contribution_id = ${id}`)
  const page = await pageOf(jonte, id)
  expect(page).toContain('Ins Deutsche übersetzen')
  expect(page).not.toContain('Der Text liegt bei eTranslation.')
  const sent = service.sent.length
  await translated(jonte, `contributions/${id}`)
  expect(service.sent.length).toBeGreaterThan(sent)
})

test('nobody brings what was not asked for', async () => {
  for (const token of ['x', 'a'.repeat(43), '%00'])
    expect((await bring(`/translation/arrivals/${token}`, 'x')).status).toBeGreaterThanOrEqual(404)
})

test('what is no translation is not kept, and may be asked for again', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'Nonsense, please')
  await translated(jonte, `contributions/${id}`)
  expect((await bring(order().arrival, '<html><script>alert(1)</script></html>')).status).toBe(204)
  const page = await pageOf(jonte, id)
  expect(page).toContain('Ins Deutsche übersetzen')
  await translated(jonte, `contributions/${id}`)
  expect((await town.app.request(`${order().arrival}/failure`, { method: 'POST', body: 'error-code=-1' })).status).toBe(
    204,
  )
  expect(await pageOf(jonte, id)).toContain('Ins Deutsche übersetzen')
})

test('a failure that is told twice is noted once, and gives back what it cost once', async () => {
  const costs = () => fill(town, `select coalesce(sum(characters), 0) from translation_use`)
  const failures = () => fill(town, 'select count(*) from translation_failure')
  await translated(jonte, `contributions/${await askedBy(ada, { audience: '2' }, 'Paid for and kept on its way')}`)
  const before = { costs: await costs(), failures: await failures() }
  const id = await askedBy(ada, { audience: '2' }, 'Told of twice')
  await translated(jonte, `contributions/${id}`)
  expect(await costs()).toBeGreaterThan(before.costs)
  const { arrival } = order()
  // All of them have found what is waited for before the first may take it away.
  const other = new pg.Client(town.owner)
  await other.connect()
  await other.query(`begin; select 1 from translation where contribution_id = ${id} for update`)
  const telling = Promise.all(
    [`${arrival}/failure`, `${arrival}/failure`, arrival].map((path) => bring(path, 'error-code=-1')),
  )
  const waiting = `pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`
  while ((await fill(town, `select count(*) from ${waiting}`)) < 3);
  await other.query('commit')
  await other.end()
  const told = await telling
  for (const { status } of told) expect([204, 410]).toContain(status)
  expect({ costs: await costs(), failures: await failures() }).toEqual({ ...before, failures: before.failures + 1 })
})

test('what no database keeps is no translation', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'With a hole in it')
  await translated(jonte, `contributions/${id}`)
  const { page, arrival } = order()
  expect((await bring(arrival, shout(page).replace('HOLE', 'H\0LE'))).status).toBe(204)
  expect(await pageOf(jonte, id)).toContain('Ins Deutsche übersetzen')
})

test('what changed or went meanwhile takes no translation any more', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'Going, going')
  await translated(jonte, `contributions/${id}`)
  const { page, arrival } = order()
  await fill(town, `update contribution set title = 'Gone elsewhere' where id = ${id}`)
  expect((await bring(arrival, shout(page))).status).toBe(410)
  expect(await pageOf(jonte, id)).not.toContain('GOING')
})
