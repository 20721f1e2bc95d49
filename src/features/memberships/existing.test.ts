// A database that is older than memberships: everybody in its register gets one, of the forums it had, and nobody else.
import { expect, test } from 'vitest'
import { ask, forums, one, standInCountries, stretches } from '../../../testing/countries.ts'

standInCountries()

const before = async (
  slug: string,
  country: string,
  forum: string | undefined,
  since: string | null,
): Promise<number> => {
  const id = await one(
    `insert into organisation (slug, name, kind, country, active) values ($1, $1, 'municipality', $2, true) returning id`,
    [slug, country],
  )
  await ask(
    `insert into member (organisation_id, local_name, state, member_since, population, population_year, population_source)
     values ($1, $2, 'member', $3, 1000, 2021, 'a table')`,
    [id, slug, since],
  )
  if (forum !== undefined) await ask('insert into forum_member values ($1, $2)', [forums[forum], id])
  return id
}

test('each keeps what it had, with the day that is known', async () => {
  const trier = await before('trier', 'DE', 'DE', '2010-05-10')
  const lens = await before('lens', 'FR', 'FR', null)
  const faro = await before('faro', 'PT', 'PT', null)
  const gent = await before('gent', 'BE', 'BE', '2020-01-01')
  const graz = await before('graz', 'AT', undefined, null)
  const gone = await one(
    `insert into organisation (slug, name, kind, country) values ('gone', 'gone', 'municipality', 'AT') returning id`,
  )
  await ask(`select app.adopt_register('2024-03-03')`)
  await ask(`select app.adopt_register('2024-03-03')`)
  expect(await stretches(trier)).toEqual(['N 2010-05-10 …', 'F 2010-05-10 …'])
  expect(await stretches(lens)).toEqual(['N 2024-03-03 …', 'F 2024-03-03 …'])
  expect(await stretches(faro)).toEqual(['N 2024-03-03 …', 'F 2024-03-03 …'])
  expect(await stretches(gent)).toEqual(['N 2020-01-01 …', 'F 2020-01-01 …'])
  expect(await stretches(graz)).toEqual(['N 2024-03-03 …'])
  expect(await stretches(gone)).toEqual([])
  expect(await one('select count(*)::int from membership where begins_known')).toBe(4)
  expect(await one('select count(*)::int from forum_member')).toBe(4)
  expect(await one('select count(*)::int from organisation where active')).toBe(5)
  expect(
    await one(`select count(*)::int from population_figure where as_of = '2021-12-31' and source = 'a table'`),
  ).toBe(5)
})
