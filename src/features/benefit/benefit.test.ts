// What membership yields: counted for one city and year, through what the reader may see.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
const path = (slug: string, year = 2026) => `/members/${slug}/benefit?year=${year}`
const figure = (html: string, words: string): number =>
  Number(new RegExp(`<strong>(\\d+)</strong> <span>${words}`).exec(html)?.[1] ?? 0)
beforeAll(async () => {
  town = await openTown()
})

test('an answer from Porto counts for Graz as received, for Porto as given, and as a city in exchange for both', async () => {
  const ada = await town.as('ada-lindmoser')
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const read = async () => [await ada.page(path('at-graz')), await beatriz.page(path('pt-porto'))]
  const [graz = '', porto = ''] = await read()
  const thing = await fill(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
    select 'practice', 'Blorfen am Platz', 'de', id, organisation_id, 2, 'published', '2026-03-03' from person where slug = 'ada-lindmoser' returning id`,
  )
  await fill(town, `insert into practice (contribution_id) values (${thing})`)
  expect((await beatriz.post(`/contributions/${thing}/replies`, { text: 'How?', lang: 'en' })).status).toBe(303)
  const [grazNow = '', portoNow = ''] = await read()
  expect(figure(grazNow, 'answers? from others')).toBe(figure(graz, 'answers? from others') + 1)
  expect(figure(grazNow, 'practices? shared')).toBe(figure(graz, 'practices? shared') + 1)
  expect(figure(portoNow, 'answers? given to others')).toBe(figure(porto, 'answers? given to others') + 1)
  expect(grazNow).toContain('Blorfen am Platz')
  expect(await ada.page(path('at-graz', 2024))).not.toContain('Blorfen am Platz')
})

test('what is for named persons is neither counted nor named to a colleague', async () => {
  const graz = `select organisation_id from person where slug = 'ada-lindmoser'`
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) values ('gustl', 'Gustl', 'gustl@graz.example', 'colleague', (${graz}), 'en')`,
  )
  const gustl = await town.as('gustl')
  const before = await gustl.page(path('at-graz'))
  const audience = await fill(
    town,
    `insert into audience (kind, created_by) select 'persons', id from person where slug = 'ada-lindmoser' returning id`,
  )
  await fill(
    town,
    `insert into audience_person select ${audience}, id from person where slug in ('ada-lindmoser', 'beatriz-ribeirinha-douro')`,
  )
  const thing = await fill(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
    select 'practice', 'Vertraulich blorfen', 'de', id, organisation_id, ${audience}, 'published', '2026-04-04' from person where slug = 'ada-lindmoser' returning id`,
  )
  await fill(town, `insert into practice (contribution_id) values (${thing})`)
  const after = await gustl.page(path('at-graz'))
  expect(figure(after, 'practices? shared')).toBe(figure(before, 'practices? shared'))
  expect(after).not.toContain('Vertraulich')
  expect(await (await town.as('ada-lindmoser')).page(path('at-graz'))).toContain('Vertraulich blorfen')
})

test('another city and another forum’s office find no such page; the network’s office does', async () => {
  for (const slug of ['beatriz-ribeirinha-douro', 'carsten-mittelweg'])
    expect((await (await town.as(slug)).get(path('at-graz'))).status, slug).toBe(404)
  expect((await town.visitor.get(path('at-graz'))).status).toBe(303)
  expect((await (await town.as('irena-halvorsdottir-blau')).get(path('at-graz'))).status).toBe(200)
})

test('nonsense for a year is this year; the way from the desk leads to the own city', async () => {
  const ada = await town.as('ada-lindmoser')
  const year = new Date().getFullYear()
  for (const nonsense of ['x', '-1', '99999', '2026;drop'])
    expect(await ada.page(`/members/at-graz/benefit?year=${encodeURIComponent(nonsense)}`)).toContain(
      `yielded in ${year}`,
    )
  expect((await ada.get('/my-city/benefit')).headers.get('location')).toBe('/members/at-graz/benefit')
})
