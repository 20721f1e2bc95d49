// The drafts on a person's home page: of their own city, and those of other cities that they write along.
import { expect, test } from 'vitest'
import { openTown, type Visitor } from '../../../testing/app.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const beatriz = await town.as('beatriz-ribeirinha-douro')

const begin = async (title: string): Promise<string> => {
  const answer = await ada.post('/practices', { title, lang: 'en', audience: '1' })
  return /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
}
/** The list alone, without the heading. */
const draftsOf = async (who: Visitor): Promise<string> =>
  /Your drafts and your city’s<\/h2>(.*?)<\/ul>/s.exec(await who.page('/'))?.[1] ?? ''

test('Beatriz of Porto finds the draft that Ada of Graz asks her to write along, with the name of Graz beside', async () => {
  const id = await begin('Walks of two cities')
  expect(await draftsOf(beatriz)).not.toContain('Walks of two cities')
  await ada.post(`/contributions/${id}/co-authors`, { name: 'Beatriz Ribeirinha Douro' })
  expect(await draftsOf(beatriz)).toMatch(/Walks of two cities<\/a><span class="related-why">Graz/)
  await beatriz.post(`/contributions/${id}/co-authorship`)
  expect(await draftsOf(beatriz)).toContain('Walks of two cities')
  expect(await draftsOf(ada)).toMatch(/Walks of two cities<\/a><\/li>/)
})

test('Assia of Lyon, whom nobody asked, does not find it, nor does Beatriz any more once it is published', async () => {
  const id = await begin('Lanterns of two cities')
  await ada.post(`/contributions/${id}/co-authors`, { name: 'Beatriz Ribeirinha Douro' })
  expect(await (await town.as('assia-verdonnel')).page('/')).not.toContain('Lanterns of two cities')
  expect(await draftsOf(beatriz)).toContain('Lanterns of two cities')
  const told = { summary: 'Together.', problem: 'Fear.', response: 'Light.', results: 'More people.', evidence: '0' }
  const whole = { ...told, title: 'Lanterns of two cities', lang: 'en', audience: '1', 'concepts[]': ['youth'] }
  expect((await ada.post(`/practices/${id}`, { ...whole, revision: '1' })).status).toBe(303)
  expect((await ada.post(`/practices/${id}/publication`)).status).toBe(303)
  expect(await draftsOf(beatriz)).not.toContain('Lanterns of two cities')
})
