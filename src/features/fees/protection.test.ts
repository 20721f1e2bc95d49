// Who tries to see or change scales that are not theirs: by page, file, guessed number, search and history.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { addDraft, addOfficer, decide, forumId } from './fixtures.ts'

let town: Town
let strangers: Record<string, Visitor>
let forumDraft: number
let networkDraft: number
/** An amount that stands nowhere else. */
const telling = 123_456_700
beforeAll(async () => {
  town = await openTown()
  forumDraft = await addDraft(town, await forumId(town, 'forum-germany'), 2050, telling)
  networkDraft = await addDraft(town, null, 2051, telling)
  await addOfficer(town, 'francis', 'forum-france')
  strangers = {
    'the office of another forum': await town.as('francis'),
    'a coordinator of the forum': await town.as('henrike-salbader'),
    'a colleague of the forum': await town.as('jonte-pfalzgrafer'),
    'a coordinator of another country': await town.as('assia-verdonnel'),
    'a visitor': town.visitor,
  }
})
const networkOffice = () => town.as('irena-halvorsdottir-blau')
const forumOffice = () => town.as('carsten-mittelweg')

const pages = ['', '/edit', '/simulation', '/simulation.csv']
const acts = ['', '/proposal', '/approval', '/return', '/discard']

/** Not there, not theirs, or first sign in; never anything of it. */
async function refused(who: Visitor, id: number, name: string): Promise<void> {
  for (const end of pages) {
    const answer = await who.get(`/fees/${id}${end}`)
    expect([303, 403, 404], `${name}: ${end}`).toContain(answer.status)
    expect(await answer.text(), `${name}: ${end}`).not.toContain('1,234,567')
  }
  for (const end of acts) {
    const answer = await who.post(`/fees/${id}${end}`, { act: 'save', revision: '1', reason: 'x' })
    expect([401, 403, 404], `${name}: POST ${end}`).toContain(answer.status)
  }
}

describe('a draft of the German forum', () => {
  test('is not there for the network’s office, nor for anybody else', async () => {
    await refused(await networkOffice(), forumDraft, 'network office')
    for (const [name, who] of Object.entries(strangers)) await refused(who, forumDraft, name)
  })

  test('is there for its own office', async () => {
    const carsten = await forumOffice()
    for (const end of pages) expect((await carsten.get(`/fees/${forumDraft}${end}`)).status, end).toBe(200)
  })
})

describe('a draft of the network', () => {
  test('is not there for the office of a forum, nor for anybody else', async () => {
    await refused(await forumOffice(), networkDraft, 'forum office')
    for (const [name, who] of Object.entries(strangers)) await refused(who, networkDraft, name)
  })
})

describe('what leads there', () => {
  test('neither list, desk, search nor history tells others of a draft', async () => {
    await decide(town, forumDraft, 'proposed', await town.personId('carsten-mittelweg'))
    await town.work()
    const all = { ...strangers, 'the office of the network': await networkOffice() }
    for (const [name, who] of Object.entries(all))
      for (const path of ['/fees', '/fees/new', '/desk', '/my-city/history', '/search?q=2050', '/search?q=fee+scale'])
        expect(await who.page(path), `${name}: ${path}`).not.toMatch(new RegExp(`/fees/${forumDraft}\\b|1,234,567`))
  })

  test('the facts of an office’s work are known to whoever did it; an approved scale of a forum to the forum', async () => {
    const carsten = await forumOffice()
    await carsten.post('/fees', { year: '2052' })
    const factsFor = async (slug: string): Promise<unknown[]> =>
      town.database.read({ personId: await town.personId(slug) }, async (db) =>
        db
          .withTables<{ fact: { name: string } }>()
          .selectFrom('fact')
          .select('name')
          .where('name', 'like', 'fee-scale.%')
          .execute(),
      )
    expect(await factsFor('carsten-mittelweg')).toEqual([{ name: 'fee-scale.begun' }])
    for (const slug of ['irena-halvorsdottir-blau', 'wiebke-sandfurth-moor', 'henrike-salbader', 'francis'])
      expect(await factsFor(slug), slug).toEqual([])
    await (await town.as('wiebke-sandfurth-moor')).post(`/fees/${forumDraft}/approval`)
    expect(await factsFor('henrike-salbader')).toEqual([{ name: 'fee-scale.approved' }])
    for (const slug of ['assia-verdonnel', 'francis', 'irena-halvorsdottir-blau'])
      expect(await factsFor(slug), slug).toEqual([])
  })
})

describe('whoever works in an office', () => {
  test('begins scales of that office only, whatever the form says, and none from another’s', async () => {
    const francis = strangers['the office of another forum'] as Visitor
    const answer = await francis.post('/fees', { year: '2053', forum: '0', forumId: '1', issuer: '' })
    expect(answer.status).toBe(303)
    const path = (answer.headers.get('location') ?? '').replace('/edit', '')
    expect((await (await networkOffice()).get(path)).status).toBe(404)
    expect((await francis.post('/fees', { year: '2054', from: String(networkDraft) })).status).toBe(404)
    const approved = await addDraft(town, null, 2055)
    await decide(town, approved, 'proposed', await town.personId('irena-halvorsdottir-blau'))
    await decide(town, approved, 'approved', await town.personId('theo-quintavoll'))
    expect((await francis.post('/fees', { year: '2054', from: String(approved) })).status).toBe(403)
    expect((await francis.get(`/fees/${approved}/simulation.csv`)).status).toBe(404)
  })

  test('of a forum passes nothing on, and asks nobody else’s members', async () => {
    const carsten = await forumOffice()
    const path = ((await carsten.post('/fees', { year: '2056' })).headers.get('location') ?? '').replace('/edit', '')
    const germany = await forumId(town, 'forum-germany')
    const row = { 'kind-0': 'municipality', 'from-0': '1', 'amount-0': '10', 'basis-0': 'flat' }
    const answer = await carsten.post(path, { act: 'save', revision: '1', [`share-${germany}`]: '50', ...row })
    expect(answer.status).toBe(303)
    expect(await carsten.page(path)).not.toContain('Share of the national forums')
    const csv = await carsten.page(`${path}/simulation.csv`)
    expect(csv).toContain('de-kaiserslautern')
    expect(csv).not.toContain('fr-lyon')
  })
})
