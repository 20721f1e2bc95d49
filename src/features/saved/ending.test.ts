// The link in the mail: ends the mails without signing in, only by a POST, and only those it was made for.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { publish, saveFor, workAll } from './fixtures.ts'

let town: Town
let beatriz: Visitor
let link: string
beforeAll(async () => {
  town = await openTown()
  await fill(town, 'delete from saved_search')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  await workAll(town)
  town.mails.length = 0
  await saveFor(beatriz, 'q=Endwort', 'at-once')
  await publish(town, await town.as('ada-lindmoser'), { title: 'Endwort' })
  link = (town.mails[0]?.endAddress ?? '').replace('http://localhost', '')
})
const rhythm = () => fill(town, `select (rhythm = 'never')::int from saved_search where text = 'Endwort'`)

test('opened it says what will end, and changes nothing', async () => {
  const page = await town.visitor.get(link)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(await page.text()).toContain('Endwort')
  expect(await rhythm()).toBe(0)
})

test('a link that is guessed, borrowed, cut or made for other searches opens nothing', async () => {
  const ada = await town.personId('ada-lindmoser')
  for (const wrong of [
    link.replace(/by=\d+/, `by=${ada}`),
    link.replace(/of=(\d+)/, 'of=$1.1'),
    link.replace(/code=../, 'code=zz'),
    link.replace(/code=.*/, ''),
    link.replace(/of=\d+/, 'of=999999999999'),
    '/saved-searches/ending',
  ])
    for (const answer of [await town.visitor.get(wrong), await town.visitor.post(wrong)])
      expect(answer.status).toBe(410)
  expect(await rhythm()).toBe(0)
})

test('where the mail is about what is TLP:RED, the page names no search either, and no other code of hers opens it', async () => {
  town.mails.length = 0
  const saved = await saveFor(beatriz, 'q=Rotendwort', 'at-once')
  const red = { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }
  await publish(town, await town.as('ada-lindmoser'), { title: 'Rotendwort', ...red })
  const address = (town.mails[0]?.endAddress ?? '').replace('http://localhost', '')
  const page = await town.visitor.get(address)
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain('Sign in to see which one.')
  expect(html).not.toContain('Rotendwort')
  const borrowed = address.replace(/code=.*/, /code=.*/.exec(link)?.[0] ?? '')
  expect((await town.visitor.get(borrowed)).status).toBe(410)
  expect((await town.visitor.post(address)).status).toBe(200)
  await beatriz.post(`${saved}/deletion`)
})

test('many openings at the same moment are answered: none waits for a connection that another holds', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => town.visitor.get(link)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

test('a page elsewhere cannot press it for her', async () => {
  expect((await town.visitor.post(link, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await rhythm()).toBe(0)
})

test('her mail program ends it with one POST, without cookie and without script, and twice does no harm', async () => {
  for (const _ of [1, 2]) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await town.app.request(link, { method: 'POST', body })).status).toBe(200)
  }
  expect(await rhythm()).toBe(1)
})

test('once the search is deleted, or she has left, the link opens nothing', async () => {
  await fill(town, `update person set left_at = now() where slug = 'beatriz-ribeirinha-douro'`)
  expect((await town.visitor.get(link)).status).toBe(410)
  expect((await town.visitor.post(link)).status).toBe(410)
})
