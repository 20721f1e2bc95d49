// Writing together across cities: asked by name, reading along at once, writing after a yes, gone with whoever leaves.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

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
beforeEach(async () => {
  await workAll()
  town.mails.length = 0
})

/** One job may make another. */
const workAll = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

const told = {
  ...{ title: 'Written by two cities', summary: 'Together.', lang: 'en', problem: 'Fear.', response: 'Walks.' },
  ...{ results: 'More people.', evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
const begin = async (fields: Record<string, string | string[]> = {}): Promise<string> => {
  const answer = await ada.post('/practices', { ...told, ...fields })
  return /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
}
const ask = (id: string, name = 'Beatriz Ribeirinha Douro') => ada.post(`/contributions/${id}/co-authors`, { name })
const join = (id: string) => beatriz.post(`/contributions/${id}/co-authorship`)
const together = async (fields = {}): Promise<string> => {
  const id = await begin(fields)
  await ask(id)
  await join(id)
  return id
}

test('Beatriz is asked by mail, reads the draft at once, and changes it only after she said yes', async () => {
  const id = await begin()
  expect((await beatriz.get(`/practices/${id}-x`)).status).toBe(404)
  expect((await ask(id)).status).toBe(303)
  await workAll()
  expect(town.mails.map(({ to, subject }) => [to, subject])).toEqual([
    [expect.stringContaining('beatriz'), expect.stringContaining('Written by two cities')],
  ])
  expect(await beatriz.page(`/practices/${id}-written-by-two-cities`)).toContain('asks you to write with them')
  expect((await beatriz.get(`/practices/${id}/edit`)).status).toBe(403)
  expect((await join(id)).status).toBe(303)
  const changed = await beatriz.post(`/practices/${id}`, {
    step: 'problem',
    problem: 'Fear after dark.',
    revision: '1',
  })
  expect(changed.status).toBe(303)
  expect(await ada.page(`/practices/${id}-written-by-two-cities`)).toContain('Fear after dark.')
  expect(await beatriz.page(`/practices/${id}/revisions`)).toContain('Beatriz Ribeirinha Douro')
})

test('Ada and Beatriz change different parts at the same time: both are kept; the same part is put before them', async () => {
  const id = await together()
  await ada.post(`/practices/${id}`, { step: 'problem', problem: 'Fear at dusk.', revision: '1' })
  const other = await beatriz.post(`/practices/${id}`, { step: 'response', response: 'Two walks.', revision: '1' })
  expect(other.headers.getSetCookie().join()).toContain('done-joined')
  const same = await beatriz.post(`/practices/${id}`, { step: 'problem', problem: 'Fear at dawn.', revision: '1' })
  expect(same.status).toBe(422)
  expect(await same.text()).toMatch(/<del>.*dusk.*<\/del>/s)
})

test('whoever writes along decides neither about readers nor about publishing, withdrawing, or further co-authors', async () => {
  const id = await together({ audience: '2' })
  expect(await beatriz.page(`/practices/${id}/edit?step=readers`)).not.toContain('name="audience"')
  await beatriz.post(`/practices/${id}`, { ...told, audience: '1', widen: 'yes', step: 'readers', revision: '1' })
  expect((await beatriz.post(`/practices/${id}/publication`)).status).toBe(403)
  expect((await beatriz.post(`/contributions/${id}/co-authors`, { name: 'Assia Verdonnel' })).status).toBe(403)
  await ada.post(`/practices/${id}/publication`)
  expect((await town.visitor.get(`/practices/${id}-written-by-two-cities`)).status).toBe(404)
  expect((await beatriz.post(`/practices/${id}/withdrawal`)).status).toBe(403)
})

test('also where its readers are Graz alone, Beatriz goes on writing, and nobody else of Porto sees it', async () => {
  const form = await ada.page(`/practices/${await begin()}/edit?step=readers`)
  const graz = /<option value="(\d+)"[^>]*>[^<]*Graz/.exec(form)?.[1] ?? ''
  const id = await together({ audience: graz, title: 'For Graz and one more' })
  await ada.post(`/practices/${id}/publication`)
  const changed = await beatriz.post(`/practices/${id}`, {
    step: 'problem',
    problem: 'Changed in Porto.',
    revision: '1',
  })
  expect(changed.status).toBe(303)
  expect(await ada.page(`/practices/${id}-for-graz-and-one-more`)).toContain('Changed in Porto.')
  expect(await ada.page(`/contributions/${id}/visibility`)).toContain('Beatriz Ribeirinha Douro')
  expect((await assia.get(`/practices/${id}-for-graz-and-one-more`)).status).toBe(404)
  expect(await assia.page('/practices')).not.toContain('For Graz and one more')
})

test('Beatriz ends her part: the draft is gone for her; saying no works the same way', async () => {
  const id = await together()
  await beatriz.post(`/contributions/${id}/co-authorship/end`)
  expect((await beatriz.get(`/practices/${id}-written-by-two-cities`)).status).toBe(404)
  const other = await begin()
  await ask(other)
  await beatriz.post(`/contributions/${other}/co-authorship/end`)
  expect((await beatriz.get(`/practices/${other}-written-by-two-cities`)).status).toBe(404)
  expect((await join(other)).status).toBe(404)
})

test('a name that nobody has, somebody asked twice, and no name at all come back with a sentence', async () => {
  const id = await begin()
  const unknown = await ask(id, 'Nobody Known')
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('value="Nobody Known"')
  await ask(id)
  expect(await (await ask(id)).text()).toContain('has been asked')
  expect(await (await ask(id, 'Ada Lindmoser')).text()).toContain('has been asked')
  expect(await (await ask(id, '')).text()).toContain('Please name a person.')
})

test('whoever was not asked joins nothing, and strangers end nobody’s part', async () => {
  const id = await together()
  expect((await assia.post(`/contributions/${id}/co-authorship`)).status).toBe(404)
  await ada.post(`/practices/${id}/publication`)
  expect((await assia.post(`/contributions/${id}/co-authorship`)).status).toBe(403)
  const beatrizId = String(await town.personId('beatriz-ribeirinha-douro'))
  expect((await assia.post(`/contributions/${id}/co-authorship/end`, { person: beatrizId })).status).toBe(403)
  await assia.post(`/contributions/${id}/co-authorship/end`)
  expect(await ada.page(`/contributions/${id}/visibility`)).not.toContain('Co-authorship ended')
})

test('the invitation to a TLP:RED draft names neither title nor city', async () => {
  const id = await begin({ audience: 'persons', persons: 'Carsten Mittelweg', title: 'Secret of three' })
  await ask(id)
  await workAll()
  expect(town.mails).toHaveLength(1)
  expect(JSON.stringify(town.mails)).not.toMatch(/Secret of three|Graz/)
})

test('the invitation into a room under the Chatham House Rule names neither person nor city', async () => {
  const fields = { name: 'Confidence of writers', aim: 'x', lang: 'en', entry: 'open', listedFor: '2', chatham: 'yes' }
  const room = /\d+/.exec((await ada.post('/rooms', fields)).headers.get('location') ?? '')?.[0] ?? ''
  const id = await begin({ audience: room, title: 'Said among us' })
  await ask(id)
  await workAll()
  expect(town.mails).toHaveLength(1)
  expect(JSON.stringify(town.mails)).not.toMatch(/Said among us|Graz|Lindmoser/)
})

test('a question on a practice reaches whoever writes it, in Graz and in Porto', async () => {
  const id = await together({ audience: '2', title: 'Asked about' })
  await ada.post(`/practices/${id}/publication`)
  await workAll()
  town.mails.length = 0
  const asked = await assia.post(`/contributions/${id}/replies`, { text: 'How many people came?', lang: 'en' })
  expect(asked.status).toBe(303)
  await workAll()
  expect(town.mails.map(({ to }) => to).sort()).toEqual([
    expect.stringContaining('ada.lindmoser'),
    expect.stringContaining('beatriz'),
  ])
})

test('Beatriz leaves Porto: no access from that moment, Porto stays named, her name goes', async () => {
  const id = await together({ audience: '1', title: 'Outlives its writer' })
  await ada.post(`/practices/${id}/publication`)
  await town.database.system
    .withTables<{ person: { id: number; left_at: Date | null; organisation_id: number } }>()
    .updateTable('person')
    .set({ left_at: new Date('2026-03-02T09:00:00Z') })
    .where('id', '=', await town.personId('beatriz-ribeirinha-douro'))
    .execute()
  expect((await beatriz.get(`/practices/${id}/edit`)).status).toBe(303)
  const page = await ada.page(`/practices/${id}-outlives-its-writer`)
  expect(page).toContain('no longer there')
  expect(page).not.toContain('Beatriz Ribeirinha Douro')
  expect(await town.visitor.page(`/practices/${id}-outlives-its-writer`)).toContain('Porto')
})
