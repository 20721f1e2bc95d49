// What is shown beside a practice, and why: rare topics weigh more, one of each city, nothing out of reach.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown('demonstration')
  // Only what is written here: the collected practices would decide otherwise.
  await sql`update contribution set concepts = '{}'`.execute(town.database.system)
  ada = await town.as('ada-lindmoser')
  for (const number of [1, 2, 3, 4])
    await publish(await town.as('beatriz-ribeirinha-douro'), `Common ${number}`, ['women', 'youth'])
})

async function publish(who: Visitor, title: string, concepts: readonly string[], more: object = {}): Promise<string> {
  const fields = {
    title,
    summary: 's',
    lang: 'en',
    problem: 'p',
    response: 'r',
    results: 'r',
    evidence: '0',
    audience: '1',
  }
  const answer = await who.post('/practices', { ...fields, 'concepts[]': concepts, ...more })
  const path = answer.headers.get('location') ?? ''
  expect((await who.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)).status).toBe(303)
  return path
}

/** Titles and reasons, in the order of the page. */
const relatedOf = (html: string): string[] =>
  [
    ...html.matchAll(
      /<li><a href="\/practices\/\d+-[^"]*"[^>]*>([^<]*)<\/a><span class="related-why">[^<]*both about: ([^<]*)</g,
    ),
  ].map((found) => `${found[1]}: ${found[2]}`)

test('a rare topic weighs more than two that everybody has, and each city comes once', async () => {
  await publish(await town.as('assia-verdonnel'), 'Underpass of Lyon', ['underpass'])
  const path = await publish(ada, 'Underpass of Graz', ['underpass', 'women', 'youth'])
  const related = relatedOf(await town.visitor.page(path))
  expect(related[0]).toBe('Underpass of Lyon: underpass')
  expect(related.filter((line) => line.startsWith('Common'))).toHaveLength(1)
  expect(related[1]).toMatch(/^Common \d: (?:women, youth|youth, women)$/)
})

test('something narrower is about the wider thing too, a little less than the same', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  await publish(await town.as('assia-verdonnel'), 'Lamps of Lyon', ['lighting'])
  await publish(jonte, 'Squares of Kaiserslautern', ['public-space'])
  const path = await publish(ada, 'Squares of Graz', ['public-space'])
  const wide = relatedOf(await town.visitor.page(path))
  expect(wide.slice(0, 2)).toEqual(['Squares of Kaiserslautern: public space', 'Lamps of Lyon: public space'])
})

test('of two that are equally alike, the one whose effect was seen better comes first', async () => {
  await publish(await town.as('assia-verdonnel'), 'Dogs of Lyon', ['seniors'], { evidence: '0' })
  await publish(await town.as('kalina-mewowska'), 'Dogs of Poland', ['seniors'], { evidence: '4' })
  const path = await publish(ada, 'Dogs of Graz', ['seniors'])
  expect(relatedOf(await town.visitor.page(path)).map((line) => line.replace(/:.*/, ''))).toEqual([
    'Dogs of Poland',
    'Dogs of Lyon',
  ])
})

test('what is for the network is no visitor’s related practice, and weighs nothing there', async () => {
  const network =
    /<option value="(\d+)"[^>]*>All members of the network/.exec(await ada.page('/practices/import'))?.[1] ?? ''
  await publish(await town.as('beatriz-ribeirinha-douro'), 'Secret station', ['radicalisation'], { audience: network })
  const path = await publish(ada, 'Station of Graz', ['radicalisation'])
  expect(relatedOf(await town.visitor.page(path))).toEqual([])
  expect(relatedOf(await ada.page(path))).toHaveLength(1)
})
