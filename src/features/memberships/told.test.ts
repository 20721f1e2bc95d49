// What was read is what is done: a yes to something that would be otherwise by now is answered by telling it anew, and does nothing.
import { beforeAll, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { act, ask, currentMembership, yesOf } from './fixtures.ts'

let town: Town
let irena: Visitor
let theo: Visitor
const today = dayOf(new Date())
const year = Number(today.slice(0, 4))
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
})
const count = (sql: string): Promise<number> => fill(town, `select count(*) from ${sql}`)
type Fields = Record<string, string | readonly string[]>

/** Irena reads; Théo does something else; Irena says yes to what she read, reads what is so by now, and says yes to that. */
async function overtaken(
  path: string,
  fields: Fields,
  meanwhile: () => Promise<unknown>,
  stands: () => Promise<number>,
) {
  const { yes } = await ask(irena, path, fields)
  await meanwhile()
  const before = await stands()
  const answer = await irena.post(path, yes)
  const anew = await answer.text()
  expect(answer.status).toBe(422)
  expect(anew).toContain('Something has changed since you read this page')
  expect(await stands()).toBe(before)
  expect((await irena.post(path, yesOf(anew))).status).toBe(303)
  expect(await stands()).toBeGreaterThan(before)
  return anew
}
const givenNotice = async (slug: string) =>
  act(theo, `/memberships/${slug}/resignation`, {
    membership: String(await currentMembership(town, slug)),
    received: today,
  })

test('figures: another newest figure makes another class', async () => {
  const figure = { population: '600000', as_of: '2025-06-30', source: 'x' }
  const anew = await overtaken(
    '/memberships/at-graz/figure',
    figure,
    () => act(theo, '/memberships/at-graz/figure', { population: '550000', as_of: '2025-01-31', source: 'y' }),
    () => count(`population_figure where source = 'x'`),
  )
  expect(anew).toContain('Until now the newest figure was 550,000, as of 31 January 2025.')
  expect(anew).not.toContain('The class changes')
})

test('a suspension: the membership got a last day meanwhile', async () => {
  const membership = String(await currentMembership(town, 'dk-aarhus'))
  const anew = await overtaken(
    '/memberships/dk-aarhus/suspension',
    { membership, begins: today, reason: 'x' },
    () => givenNotice('dk-aarhus'),
    () => count('suspension'),
  )
  expect(anew).toMatch(/Network: the membership of Aarhus is suspended from .* Its last day stays 31 December \d{4}\./)
})

test('a renaming: the municipality is called otherwise by now', async () => {
  const anew = await overtaken(
    '/memberships/at-quellmoos/renaming',
    { name: 'Quellmoos am See', on_day: today },
    () => act(theo, '/memberships/at-quellmoos/renaming', { name: 'Quellmoos-Dorf', on_day: '2025-05-01' }),
    () => count('renaming'),
  )
  expect(anew).toContain('Quellmoos-Dorf is called Quellmoos am See')
})

test('a merger: one of them is called otherwise by now', async () => {
  const anew = await overtaken(
    '/memberships/ch-zurich/merger',
    { 'others[]': ['ch-meyrin'], into: 'ch-zurich', name: '', on_day: `${year + 1}-01-01`, decision: 'x' },
    () => act(theo, '/memberships/ch-meyrin/renaming', { name: 'Meyrin-Ville', on_day: '2025-05-01' }),
    () => count('succession'),
  )
  expect(anew).toContain('Meyrin-Ville is a member for the last time')
})

test('a split: the municipality is called otherwise by now', async () => {
  await overtaken(
    '/memberships/it-modena/split',
    { names: 'Modena Nord', goes_on: 'no', on_day: `${year + 1}-02-01`, decision: 'x' },
    () => act(theo, '/memberships/it-modena/renaming', { name: 'Modena Città', on_day: '2025-05-01' }),
    () => count('succession'),
  )
})

test('a notice: the months of notice were made more', async () => {
  const membership = String(await currentMembership(town, 'ch-lausanne'))
  const received = `${year}-06-01`
  await overtaken(
    '/memberships/ch-lausanne/resignation',
    { membership, received: received > today ? today : received },
    () => fill(town, 'update network set notice_months = 24 returning 1'),
    () => count('resignation'),
  )
})

test.each(['yes', '', 'x'])('a yes to nothing that was read (%j) does nothing', async (confirmed) => {
  const fields = { population: '600001', as_of: '2025-06-30', source: 'nobody read this', confirmed }
  const answer = await irena.post('/memberships/at-graz/figure', fields)
  expect(answer.status).toBe(422)
  expect(await count(`population_figure where source = 'nobody read this'`)).toBe(0)
})
