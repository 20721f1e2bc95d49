// Two people at one practice, and what stood there before: joined, put before them, and shown to their own city only.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

const complete = {
  ...{
    title: 'Night walks',
    summary: 'Walks at night.',
    lang: 'en',
    problem: 'Fear.',
    response: 'Walks.',
    results: 's',
  },
  ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
async function publish(title: string): Promise<string> {
  const path = (await ada.post('/practices', { ...complete, title })).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  return id
}

test('two windows change different parts: both are kept, and the second is told', async () => {
  const id = await publish('Joined')
  const fields = { ...complete, title: 'Joined', revision: '1' }
  expect((await ada.post(`/practices/${id}`, { ...fields, cost: '5,000 euros' })).status).toBe(303)
  const second = await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear after dark.' })
  expect([second.status, second.headers.getSetCookie().join()]).toEqual([303, expect.stringContaining('done-joined')])
  const html = await ada.page(`/practices/${id}-joined`)
  expect(html).toContain('5,000 euros')
  expect(html).toContain('Fear after dark.')
})

test('both change the same part: theirs and mine stand side by side, and only saving again decides', async () => {
  const id = await publish('In conflict')
  const fields = { ...complete, title: 'In conflict', revision: '1' }
  await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear at dusk.' })
  const second = await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear at dawn.' })
  const html = await second.text()
  expect(second.status).toBe(422)
  expect(html).toMatch(/<del>.*dusk.*<\/del>/s)
  expect(html).toMatch(/<ins>.*dawn.*<\/ins>/s)
  expect(await ada.page(`/practices/${id}-in-conflict`)).toContain('Fear at dusk.')
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect((await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear at dawn.', revision })).status).toBe(303)
  expect(await ada.page(`/practices/${id}-in-conflict`)).toContain('Fear at dawn.')
})

test('a window with the whole form carries what others changed elsewhere, so that saving again puts nothing back', async () => {
  const id = await publish('Carried along')
  const fields = { ...complete, title: 'Carried along', revision: '1' }
  await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear at dusk.', response: 'Lamps.' })
  const second = await ada.post(`/practices/${id}`, { ...fields, problem: 'Fear at dawn.' })
  const html = await second.text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ])
  const again = { ...Object.fromEntries(hidden), problem: 'Fear at dawn.' }
  expect((await ada.post(`/practices/${id}`, again)).status).toBe(303)
  expect(await ada.page(`/practices/${id}-carried-along`)).toMatch(/Fear at dawn\.[\s\S]*Lamps\./)
})

test('an older window never widens what was narrowed meanwhile', async () => {
  const id = await publish('Narrowed meanwhile')
  const fields = { ...complete, title: 'Narrowed meanwhile', revision: '1' }
  const graz =
    /<option value="(\d+)"[^>]*>[^<]*Graz/.exec(await ada.page(`/practices/${id}/edit?step=readers`))?.[1] ?? ''
  expect((await ada.post(`/practices/${id}`, { ...fields, audience: graz })).status).toBe(303)
  expect((await ada.post(`/practices/${id}`, { ...fields, cost: 'little' })).status).toBe(303)
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  expect((await beatriz.get(`/practices/${id}-narrowed-meanwhile`)).status).toBe(404)
})

test('the versions show who changed what, to Graz only; what was taken out is nobody else’s', async () => {
  const id = await publish('With a past')
  await ada.post(`/practices/${id}`, { ...complete, title: 'With a past', problem: 'Fear, and a name.', revision: '1' })
  await ada.post(`/practices/${id}`, { ...complete, title: 'With a past', problem: 'Fear.', revision: '2' })
  const html = await ada.page(`/practices/${id}/revisions`)
  expect(html).toMatch(/<del>.*and a name.*<\/del>/s)
  expect(html).toContain('Ada Lindmoser')
  expect((await (await town.as('beatriz-ribeirinha-douro')).get(`/practices/${id}/revisions`)).status).toBe(403)
  expect((await town.visitor.get(`/practices/${id}/revisions`)).status).not.toBe(200)
  for (const number of ['0', '1', '999', 'x'])
    expect((await ada.get(`/practices/${id}/revisions?number=${number}`)).status).toBe(200)
})
