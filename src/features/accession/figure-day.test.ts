// The figure of an enquirer stands with a day that has come, whatever year was typed.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { admission, apply, enquire } from './fixtures.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const year = new Date().getFullYear()

async function dayOfFigure(name: string, populationYear: number, typedBefore?: number): Promise<string | undefined> {
  const file = await enquire(town, {
    ...{ name, country: 'FR', contactEmail: `maire@${name.toLowerCase()}.example` },
    populationYear: String(populationYear),
  })
  // A file from before the form refused years to come.
  if (typedBefore !== undefined)
    await fill(town, `update accession set population_year = ${typedBefore} where id = ${file.id} returning id`)
  await apply(file)
  const maelle = await town.as('maelle-brindeforge')
  const answer = await maelle.post(`/accessions/${file.id}/steps/admission`, { ...admission, name })
  expect(answer.status).toBe(303)
  const [figure] = await rowsOf<{ day: string }>(
    town,
    `select as_of::text as day from population_figure p join organisation o on o.id = p.organisation_id
     where o.slug = 'fr-${name.toLowerCase()}'`,
  )
  return figure?.day
}
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels' }).format(new Date())

test('of a year that is over: its last day', async () => {
  expect(await dayOfFigure('Valancien', year - 2)).toBe(`${year - 2}-12-31`)
})

test('of this year: the day on which the city enquired, and not a 31 December to come', async () => {
  expect(await dayOfFigure('Valneuf', year)).toBe(today())
})

test('of a year to come, in a file of before: the day on which the city enquired', async () => {
  expect(await dayOfFigure('Valfutur', year, year + 4)).toBe(today())
})
