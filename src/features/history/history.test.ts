// The audit trail as coordinators and offices read it: who changed what and when, and nothing out of their reach.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

const told = {
  ...{ title: 'Night walks', summary: 'Walks at night.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'] },
}
async function publish(who: Visitor, title: string, audience: Record<string, string>): Promise<string> {
  const path = (await who.post('/practices', { ...told, title, ...audience })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await who.post(`/practices/${id}/publication`)
  return id
}
const page = (who: Visitor): Promise<string> => who.page('/my-city/history')

test('Ada widens a practice of Graz, and reads who did it, when, from which label to which', async () => {
  const id = await publish(ada, 'Night walks of Graz', { audience: '2' })
  await ada.post(`/practices/${id}`, {
    ...told,
    title: 'Night walks of Graz',
    audience: '1',
    revision: '1',
    widen: 'yes',
  })
  const html = await page(ada)
  expect(html).toContain('Audience changed: TLP:GREEN → TLP:CLEAR')
  expect(html).toContain('Night walks of Graz')
  expect(html).toContain('Ada Lindmoser, Graz')
})

test('an invitation is in the trail of the city, how Ada signs in is not', async () => {
  await ada.post('/my-city/invitations', { name: 'Anton', email: 'anton@graz.example', lang: 'de', role: 'colleague' })
  await ada.post('/account/tokens', { name: 'my script' })
  const html = await page(ada)
  expect(html).toContain('Somebody was invited')
  expect(html).not.toContain('personal token was created')
})

test('the office of the network reads what Graz did, but nothing about what it cannot see', async () => {
  await publish(ada, 'For two eyes', { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  const office = await page(await town.as('irena-halvorsdottir-blau'))
  expect(office).toContain('Night walks of Graz')
  expect(office).not.toContain('For two eyes')
})

test('the trail of Graz is not Lyon’s, and the office of the German forum steers neither', async () => {
  expect(await page(await town.as('assia-verdonnel'))).not.toContain('Night walks of Graz')
  expect(await page(await town.as('carsten-mittelweg'))).not.toContain('Night walks of Graz')
})

test('colleagues are told that it is not theirs, visitors to sign in', async () => {
  expect((await (await town.as('jonte-pfalzgrafer')).get('/my-city/history')).status).toBe(403)
  expect((await town.visitor.get('/my-city/history')).status).toBe(303)
})
