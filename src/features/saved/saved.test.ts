// Saving in the app: one click, a name and a rhythm, what is new; and nobody else's.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let jonte: Visitor
beforeAll(async () => {
  town = await openTown()
  await fill(town, 'delete from saved_search')
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
})

const save = async (who: Visitor, search: string): Promise<string> => {
  const answer = await who.post('/saved-searches', { search })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('Ada saves words and filters with one click, then gives a name and a rhythm', async () => {
  const page = await ada.page('/search?q=youth&country=PT&country=ES')
  expect(page).toContain('Save this search')
  const search = /name="search" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const path = await save(ada, search)
  const form = await ada.page(path)
  expect(form).toContain('value="youth, Spain, Portugal"')
  expect(form).toMatch(/value="never"[^>]*checked/)
  expect((await ada.post(path, { name: 'Young people', rhythm: 'daily' })).headers.get('location')).toBe(
    '/saved-searches',
  )
  const list = await ada.page('/saved-searches')
  expect(list).toContain('Young people')
  expect(list).toContain('“youth”')
  expect(list).toContain('/search?q=youth&amp;country=ES&amp;country=PT&amp;saved=')
  expect(await ada.page('/search?q=youth&country=ES&country=PT')).toContain('Saved as “Young people”')
})

test('the same search a second time is the one that is there, in whatever order its filters come', async () => {
  const first = await save(ada, 'q=lighting&country=PT&country=ES')
  expect(await save(ada, 'country=ES&q=lighting&country=PT')).toBe(first)
})

test('a nameless search or an unknown rhythm comes back with a sentence, and what was typed', async () => {
  const path = await save(ada, 'q=mediation')
  const answer = await ada.post(path, { name: '  ', rhythm: 'hourly' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Please give the search a name.')
  expect(html).toContain('Please choose how often you would like an e-mail.')
  expect((await ada.post(`${path}/rhythm`, {})).status).toBe(422)
  expect((await ada.post(path, { name: '\u202E\u200B\n', rhythm: 'never' })).status).toBe(422)
  const long = await ada.post(path, { name: 'x'.repeat(81), rhythm: 'never' })
  expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('80')])
})

test('nothing, or more than fifty, is refused with a sentence', async () => {
  for (const search of ['', 'q=', 'q=%20%20&country=nowhere'])
    expect(await (await ada.post('/saved-searches', { search })).text()).toContain('without words and without filters')
  expect((await ada.post('/saved-searches', {})).status).toBe(422)
  await fill(
    town,
    `insert into saved_search (person_id, name, text, lang, keys)
    select ${await town.personId('jonte-pfalzgrafer')}, 'n' || n, 'n' || n, 'en', '{}' from generate_series(1, 50) n`,
  )
  const answer = await jonte.post('/saved-searches', { search: 'q=one+more' })
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('You have already saved 50')])
})

test('Jonte finds, changes, looks through and deletes nothing of Ada’s; a visitor is asked to sign in', async () => {
  const path = await save(ada, 'q=nightlife')
  expect((await jonte.get(path)).status).toBe(404)
  for (const [act, fields] of [
    ['', { name: 'Mine', rhythm: 'daily' }],
    ['/rhythm', { rhythm: 'daily' }],
    ['/look', {}],
    ['/deletion', {}],
  ] as const)
    expect((await jonte.post(`${path}${act}`, fields)).status, act).toBe(404)
  const id = /\d+/.exec(path)?.[0]
  expect(await jonte.page(`/search?q=nightlife&saved=${id}`)).not.toContain('Saved search “nightlife”')
  expect(await jonte.page('/saved-searches')).not.toContain('nightlife')
  expect((await town.visitor.get(path)).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await town.visitor.page('/search?q=nightlife')).not.toContain('Save this search')
  expect((await ada.post(`${path}/deletion`)).status).toBe(303)
  expect((await ada.get(path)).status).toBe(404)
})

test('hostile words and filters are saved as text and found again, never a break', async () => {
  for (const search of [
    'q=%3Cscript%3E&kind=__proto__',
    'q=%00%ED%A0%80x',
    `q=${'ß'.repeat(500)}`,
    'q=a&q=b&page=99999',
  ]) {
    const path = await save(ada, search)
    expect((await ada.get(path)).status).toBe(200)
  }
  expect(await ada.page('/saved-searches')).not.toContain('<script>x')
  for (const saved of ['x', '0', '99999999999', '-1'])
    expect((await ada.get(`/search?q=a&saved=${saved}`)).status).toBe(200)
})
