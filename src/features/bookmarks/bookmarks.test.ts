// Keeping, as people live it: the first click, folders, names, limits, and doing it twice.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { begin, emptyShelves, idOf, keep, listThings } from './fixtures.ts'

let town: Town
let ada: Visitor
let things: readonly string[]
beforeAll(async () => {
  town = await openTown()
  await emptyShelves(town)
  ada = await town.as('ada-lindmoser')
  things = await listThings(town)
})

const thing = (index: number): string => things[index] ?? ''
const namesOn = (html: string): string[] =>
  [...html.matchAll(/<a href="\/bookmarks\/\d+">(?:<[^>]+>)*([^<]*)/g)].map((found) => found[1] ?? '')

describe('the first time', () => {
  test('one click is enough: a first folder is there, named in Beatriz’s language', async () => {
    const beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
    expect(await beatriz.page(thing(0))).toContain('Guardar em pasta')
    const kept = await keep(beatriz, thing(0))
    expect([kept.status, kept.headers.get('location')]).toEqual([303, thing(0)])
    expect(namesOn(await beatriz.page('/bookmarks'))).toEqual(['Guardados'])
    expect(await beatriz.page(thing(0))).toContain('Está nestas pastas')
  })

  test('two clicks at the same moment make one folder with one thing in it', async () => {
    const jonte = await town.as('jonte-pfalzgrafer')
    const answers = await Promise.all([1, 2, 3].map(() => keep(jonte, thing(1))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const html = await jonte.page('/bookmarks')
    expect(namesOn(html)).toEqual(['Kept'])
    expect(html).toContain('One contribution')
  })

  test('a visitor sees no button, and is asked to sign in', async () => {
    expect(await town.visitor.page(thing(0))).not.toContain('/bookmarks')
    expect((await keep(town.visitor, thing(0))).status).toBe(401)
    expect((await town.visitor.get('/bookmarks')).headers.get('location')).toMatch(/^\/sign-in/)
  })
})

describe('folders', () => {
  test('Ada keeps with a note into a new folder, takes it out again, and the practice stays', async () => {
    await keep(ada, thing(0), { name: 'Light in the park', note: 'For the council in May' })
    const [path = ''] = /\/bookmarks\/\d+/.exec(await ada.page('/bookmarks')) ?? []
    const html = await ada.page(path)
    expect(html).toContain('For the council in May')
    expect(html).toContain(thing(0))
    const out = { contribution: idOf(thing(0)), from: 'folder' }
    for (const _ of [1, 2]) expect((await ada.post(`${path}/removal`, out)).headers.get('location')).toBe(path)
    expect(await ada.page(path)).toContain('Nothing lies here yet')
    expect((await ada.get(thing(0))).status).toBe(200)
  })

  test('a name that is there already means that folder when keeping, and is refused for a second one', async () => {
    const path = await begin(ada, 'Night buses')
    await keep(ada, thing(1), { name: '  night   BUSES ' })
    expect(await ada.page(path)).toContain(thing(1))
    const again = await ada.post('/bookmarks', { name: 'NIGHT BUSES' })
    expect(again.status).toBe(422)
    expect(await again.text()).toMatch(/already have a folder of this name[\s\S]*value="NIGHT BUSES"/)
  })

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['marks without a shape', '​‍'],
    ['81 letters', 'x'.repeat(81)],
  ])('%s is no name: a sentence at the field, no folder', async (_, name) => {
    const before = namesOn(await ada.page('/bookmarks')).length
    const path = await begin(ada, `Held ${_}`)
    expect((await ada.post('/bookmarks', { name })).status).toBe(422)
    const renamed = await ada.post(path, { name })
    expect(renamed.status).toBe(422)
    expect(await renamed.text()).toContain('id="name-error"')
    expect(namesOn(await ada.page('/bookmarks'))).toHaveLength(before + 1)
  })

  test('a name is text and nothing else, and 80 letters are fine', async () => {
    const path = await begin(ada, '<img src=x onerror=alert(1)>')
    expect(await ada.page(path)).not.toContain('<img src=x')
    expect((await ada.post(path, { name: 'ß'.repeat(80) })).headers.get('location')).toBe(path)
    expect(await ada.page('/bookmarks')).toContain('ß'.repeat(80))
  })

  test('deleting a folder deletes the list and nothing else', async () => {
    const path = await begin(ada, 'For a week')
    await keep(ada, thing(2), { folder: idOf(path) })
    expect((await ada.post(`${path}/deletion`)).headers.get('location')).toBe('/bookmarks')
    expect([(await ada.get(path)).status, (await ada.get(thing(2))).status]).toEqual([404, 200])
    expect((await ada.post(`${path}/deletion`)).status).toBe(404)
  })
})

describe('limits', () => {
  test('the two hundredth folder is the last, said in a sentence', async () => {
    const assia = await town.as('assia-verdonnel')
    const id = await town.personId('assia-verdonnel')
    await fill(
      town,
      `insert into bookmark_folder (owner_id, name) select ${id}, 'No. ' || n from generate_series(1, 200) n`,
    )
    for (const refused of [
      await assia.post('/bookmarks', { name: 'One more' }),
      await keep(assia, thing(0), { name: 'One more' }),
    ]) {
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('You have 200 folders already.')
    }
    expect((await assia.get('/bookmarks')).status).toBe(200)
    expect((await assia.get(thing(0))).status).toBe(200)
  })

  test('a full folder takes nothing more, and what lies in it already is still kept', async () => {
    const irena = await town.as('irena-halvorsdottir-blau')
    const id = await town.personId('irena-halvorsdottir-blau')
    const path = await begin(irena, 'Everything')
    const most = `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
      select 'practice', 'Filler', 'en', ${id}, organisation_id, 1, 'published', now() from person, generate_series(1, 1000) where id = ${id} returning id`
    await fill(
      town,
      `with made as (${most}) insert into bookmark (folder_id, contribution_id, added_by) select ${idOf(path)}, id, ${id} from made`,
    )
    const refused = await keep(irena, thing(0), { folder: idOf(path) })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('already holds 1000 contributions')
    expect(await irena.page(`${path}?page=34`)).toContain('Filler')
    expect((await irena.get(`${path}?page=999`)).status).toBe(200)
  })
})
