// Whom an issuer may charge: figures that count, forums of the day, who came and went within the year; and how long it takes for many.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { admit, listChargeable, membershipsOn } from './public.ts'
import { listDayDetails, listOnDay } from './store-list.ts'

let town: Town
let owner: pg.Client
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
})
afterAll(() => owner.end())

const idOf = async (slug: string): Promise<number> =>
  (await owner.query('select id from organisation where slug = $1', [slug])).rows[0]?.id
const forumOf = async (slug: string): Promise<number> =>
  (await owner.query('select id from forum where slug = $1', [slug])).rows[0]?.id
const charge = async (slug: string, year: number, issuer: number | null = null) =>
  (await listChargeable(town.database.system, issuer, year)).find((one) => one.slug === slug)

test('Kaiserslautern is charged from 2025 on, with its forum and in its language', async () => {
  expect(await charge('de-kaiserslautern', 2024)).toBeUndefined()
  expect(await charge('de-kaiserslautern', 2025)).toMatchObject({
    ...{ name: 'Kaiserslautern', kind: 'municipality', country: 'DE', lang: 'de' },
    ...{ beginsOn: '2025-01-01', endsOn: null, forums: [{ slug: 'forum-germany' }] },
  })
  const forum = await forumOf('forum-germany')
  expect(await charge('de-kaiserslautern', 2025, forum)).toMatchObject({ beginsOn: '2025-01-01' })
  expect(await charge('at-graz', 2025, forum)).toBeUndefined()
})

test('a new figure counts from the next year on; without an older one the earliest counts', async () => {
  const graz = await idOf('at-graz')
  await owner.query(
    `insert into population_figure (organisation_id, as_of, population, source) values ($1, '2025-06-30', 310000, 'Statistik'), ($1, '2025-06-30', 311000, 'Statistik, corrected')`,
    [graz],
  )
  expect(await charge('at-graz', 2025)).toMatchObject({ population: 298000, populationYear: 2023 })
  expect(await charge('at-graz', 2026)).toMatchObject({ population: 311000, populationSource: 'Statistik, corrected' })
  expect(await charge('at-graz', 2020)).toMatchObject({ population: 298000 })
})

test('who left on 31 December is not charged, who was there one day is, who came back stands there once', async () => {
  const city = async (slug: string): Promise<number> =>
    (
      await owner.query(
        `insert into organisation (slug, name, kind, country) values ($1, $1, 'municipality', 'AT') returning id`,
        [slug],
      )
    ).rows[0]?.id
  const stay = (id: number, from: string, to: string | null, ground = 'admission') =>
    owner.query(
      `insert into membership (organisation_id, begins_on, closes_on, closing, ground) values ($1, $2, $3, case when $3::date is not null then 'resignation' end, $4)`,
      [id, from, to, ground],
    )
  const [left, oneDay, back, made, never] = [
    await city('left'),
    await city('one-day'),
    await city('back'),
    await city('made'),
    await city('never'),
  ]
  await stay(left, '2010-01-01', '2030-12-31')
  await stay(oneDay, '2010-01-01', '2031-01-01')
  await stay(back, '2010-01-01', '2031-03-31')
  await stay(back, '2031-10-01', null)
  await stay(made, '2031-07-01', null, 'succession')
  await stay(never, '2031-01-01', '2030-12-31')
  const slugs = (await listChargeable(town.database.system, null, 2031)).map(({ slug }) => slug)
  expect(slugs).toEqual([...slugs].sort())
  expect(['left', 'one-day', 'back', 'made', 'never'].filter((slug) => slugs.includes(slug))).toEqual([
    'one-day',
    'back',
  ])
  expect(slugs.filter((slug) => slug === 'back')).toHaveLength(1)
  expect(await charge('back', 2031)).toMatchObject({ beginsOn: '2010-01-01', endsOn: '2031-03-31' })
  expect(await charge('made', 2032)).toMatchObject({ beginsOn: '2031-07-01' })
})

test('any past day can be asked', async () => {
  const lautern = await idOf('de-kaiserslautern')
  const of = async (day: string) =>
    (await membershipsOn(town.database.system, day)).filter((one) => one.organisationId === lautern)
  expect(await of('2024-12-31')).toEqual([])
  expect(await of('2025-01-01')).toMatchObject([
    { forumId: null, beginsOn: '2025-01-01', suspended: false },
    { forumId: await forumOf('forum-germany') },
  ])
  expect(await membershipsOn(town.database.system, '2025-01-01', null)).not.toContainEqual(
    expect.objectContaining({ forumId: expect.any(Number) }),
  )
})

test('an office admits for its own forum only, once, and where the rule lets it', async () => {
  const tirana = (
    await owner.query(
      `insert into organisation (slug, name, kind, country) values ('be-namur-test', 'Namur', 'municipality', 'BE') returning id`,
    )
  ).rows[0]?.id
  const ask = async (person: string, forum: string | null, beginsOn = '2027-01-01') =>
    town.database.write({ personId: await town.personId(person) }, async (db, viewer) => {
      if (viewer.person === undefined) throw new Error('nobody')
      const forumId = forum === null ? null : await forumOf(forum)
      return admit(db, { ...viewer, person: viewer.person }, { organisationId: tirana, forumId, beginsOn }, town.now)
    })
  await expect(ask('carsten-mittelweg', null)).rejects.toThrow('forbidden')
  await expect(ask('carsten-mittelweg', 'forum-france')).rejects.toThrow('forbidden')
  await expect(ask('irena-halvorsdottir-blau', 'forum-belgium')).rejects.toThrow('forbidden')
  await expect(ask('ada-lindmoser', null)).rejects.toThrow('forbidden')
  expect(await ask('carsten-mittelweg', 'forum-germany')).toEqual({ done: false, refusal: 'precondition' })
  expect(await ask('irena-halvorsdottir-blau', null)).toEqual({ done: true, value: expect.any(Number) })
  expect(await ask('irena-halvorsdottir-blau', null, '2028-01-01')).toEqual({ done: false, refusal: 'overlaps' })
})

test('ten thousand members: the preview’s list and a day’s list', async () => {
  await owner.query(`insert into organisation (slug, name, kind, country)
    select 'many-' || lpad(i::text, 5, '0'), 'Many ' || i, 'municipality', 'DE' from generate_series(1, 10000) i`)
  const begun = performance.now()
  await owner.query(
    `alter table membership disable trigger settle; alter table population_figure disable trigger settle`,
  )
  await owner.query(
    `insert into membership (organisation_id, begins_on, ground) select id, '2020-01-01', 'register' from organisation where slug like 'many-%'`,
  )
  await owner.query(`insert into population_figure (organisation_id, as_of, population, source)
    select id, make_date(y, 12, 31), 1000 + id, 'x' from organisation, generate_series(2019, 2024) y where slug like 'many-%'`)
  await owner.query(
    'alter table membership enable trigger settle; alter table population_figure enable trigger settle; analyze',
  )
  const took: Record<string, number> = { 'writing them': Math.round(performance.now() - begun) }
  const time = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const begun = performance.now()
    return work().finally(() => {
      took[what] = Math.round(performance.now() - begun)
    })
  }
  const key = { personId: await town.personId('irena-halvorsdottir-blau') }
  const list = await time('listChargeable', () => town.database.read(key, (db) => listChargeable(db, null, 2025)))
  expect(list.filter(({ slug }) => slug.startsWith('many-'))).toHaveLength(10_000)
  expect(list.find(({ slug }) => slug.startsWith('many-'))).toMatchObject({
    populationYear: 2024,
    forums: [{ slug: 'forum-germany' }],
  })
  await time('membershipsOn', () => town.database.read(key, (db) => membershipsOn(db, '2025-01-01')))
  const members = await time('the list of a day', () =>
    town.database.read(key, (db) => listOnDay(db, '2025-01-01', null, 'de')),
  )
  const shown = members.slice(0, 100).map(({ organisationId }) => organisationId)
  await time('its page', () => town.database.read(key, (db) => listDayDetails(db, '2025-01-01', shown)))
  await time('settle all', () => owner.query(`select app.settle_memberships('2026-01-01', null)`))
  await time('settle all again', () => owner.query(`select app.settle_memberships('2026-01-01', null)`))
  console.info(`10,000 members, milliseconds: ${JSON.stringify(took)}`)
}, 180_000)
