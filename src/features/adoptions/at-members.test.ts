// On the page of a city: what others took up from it and what it took up, counted and named only within reach.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { adopt, entry, idIn, narrowPractice, ownAudience, publishPractice } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
})

/** What the page of Porto says of this practice: "Taken up by 2 cities", or nothing. */
async function givenBy(who: Visitor, practice: string): Promise<string | undefined> {
  const link = new RegExp(`href="/practices/${practice}/lineage">([^<]*)<`)
  return link.exec(await who.page('/members/pt-porto'))?.[1]
}
const takenByGraz = async (who: Visitor): Promise<string> =>
  /What this city took up from others<\/h2>(.*?)<\/section>/s.exec(await who.page('/members/at-graz'))?.[1] ?? ''

test('Porto’s page counts the cities that took up its practice, and leads to the lineage; the page of Graz names it', async () => {
  const practice = await publishPractice(beatriz)
  expect(await givenBy(town.visitor, practice)).toBeUndefined()
  const path = await adopt(ada, practice, { title: 'Walks by the Mur' })
  expect(await givenBy(town.visitor, practice)).toBe('Taken up by one city')
  await adopt(assia, practice)
  expect(await givenBy(town.visitor, practice)).toBe('Taken up by 2 cities')
  expect((await town.visitor.get(`/practices/${practice}/lineage`)).status).toBe(200)
  expect(await takenByGraz(town.visitor)).toMatch(new RegExp(`href="${path}"[^>]*>Walks by the Mur</a>.*Origin: Porto`))
})

test('an adoption that Graz narrows to itself counts for Graz alone, and is named to nobody else', async () => {
  const practice = await publishPractice(beatriz)
  await adopt(assia, practice)
  const id = idIn(await adopt(ada, practice, { title: 'Quietly by the Mur' }))
  const audience = await ownAudience(ada, `/adoptions/${id}/edit`)
  const narrowed = { ...entry, title: 'Quietly by the Mur', audience, revision: '1' }
  expect((await ada.post(`/adoptions/${id}`, narrowed)).status).toBe(303)
  expect(await givenBy(ada, practice)).toBe('Taken up by 2 cities')
  expect(await takenByGraz(ada)).toContain('Quietly by the Mur')
  for (const who of [town.visitor, beatriz, assia]) {
    expect(await givenBy(who, practice)).toBe('Taken up by one city')
    expect(await takenByGraz(who)).not.toContain('Quietly by the Mur')
  }
})

test('a practice that Porto narrows vanishes from its page, and its city from the page of Graz', async () => {
  const practice = await publishPractice(beatriz, { title: 'Zwergenlaternen' })
  const path = await adopt(ada, practice, { title: 'Lanterns by the Mur' })
  const audience = await ownAudience(beatriz, `/practices/${practice}/edit?step=readers`)
  await narrowPractice(beatriz, practice, { title: 'Zwergenlaternen', audience })
  expect(await givenBy(beatriz, practice)).toBe('Taken up by one city')
  for (const who of [town.visitor, ada, assia]) {
    expect(await givenBy(who, practice)).toBeUndefined()
    const line = new RegExp(`<li><a href="${path}".*?</li>`, 's').exec(await takenByGraz(who))?.[0]
    expect(line).toContain('Lanterns by the Mur')
    expect(line).not.toContain('Origin')
  }
})

test('what was withdrawn counts no more, also for the city that still sees it', async () => {
  const practice = await publishPractice(beatriz)
  const id = idIn(await adopt(ada, practice, { title: 'Ended by the Mur' }))
  expect((await ada.post(`/adoptions/${id}/withdrawal`)).status).toBe(303)
  expect(await givenBy(ada, practice)).toBeUndefined()
  expect(await takenByGraz(ada)).not.toContain('Ended by the Mur')
})

test('what the demonstration invented is marked there too', async () => {
  expect(await takenByGraz(town.visitor)).toMatch(/Nachtvermittlung am Platz.*Demonstration<\/span>/s)
})
