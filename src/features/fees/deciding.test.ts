// Fee scales on their pages: proposed, approved, and what a member then sees.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { addDraft, beginScale, decide, forumId, save, whole } from './fixtures.ts'

let town: Town
let irena: Visitor
let theo: Visitor
let jonte: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
  jonte = await town.as('jonte-pfalzgrafer')
})

const begin = (year: number, fields?: Record<string, string>): Promise<string> => beginScale(irena, year, fields)

describe('deciding', () => {
  test('proposed by Irena, approved by Théo, and not by Irena', async () => {
    const path = await begin(2070)
    await save(irena, path, whole)
    expect((await irena.post(`${path}/proposal`)).status).toBe(303)
    expect(await irena.page(path)).toContain('Only a second person of your office can approve it.')
    const own = await irena.post(`${path}/approval`)
    expect(own.status).toBe(422)
    expect((await theo.post(`${path}/approval`)).status).toBe(303)
    expect(await theo.page(path)).toContain('Théo Quintavoll approved it')
    expect(await jonte.page(path)).not.toContain('Théo')
    expect((await theo.post(`${path}/approval`)).status).toBe(422)
    expect((await irena.get(`${path}/edit`)).status).toBe(403)
    expect((await save(irena, path, whole)).status).toBe(303)
  })

  test('returned with a reason it is a draft again; without one it comes back with a sentence', async () => {
    const path = await begin(2071)
    await save(irena, path, whole)
    await irena.post(`${path}/proposal`)
    const without = await theo.post(`${path}/return`, { reason: ' ' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Please say what has to be changed.')
    await theo.post(`${path}/return`, { reason: 'Small towns pay too much.' })
    const page = await irena.page(path)
    expect(page).toContain('Small towns pay too much.')
    expect(page).toContain('Propose for approval')
  })

  test('a mistake is mended by a new version, which counts from then on; not for a year that was invoiced', async () => {
    const first = await addDraft(town, null, 2072, 100)
    const [one, other] = await Promise.all(['irena-halvorsdottir-blau', 'theo-quintavoll'].map(town.personId))
    await decide(town, first, 'proposed', one ?? 0)
    await decide(town, first, 'approved', other ?? 0)
    const path = await begin(2072, { from: String(first), percent: '10' })
    await irena.post(`${path}/proposal`)
    await theo.post(`${path}/approval`)
    expect(await irena.page(`/fees/${first}`)).toContain('This version has been replaced.')
    const late = await begin(2072, { from: String(first) })
    await irena.post(`${late}/proposal`)
    await fill(town, 'insert into fee_year_invoiced (forum_id, year) values (null, 2072)')
    const answer = await theo.post(`${late}/approval`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This year has been invoiced')
    expect((await irena.post('/fees', { year: '2072' })).status).toBe(422)
  })

  test('a draft is discarded and gone from the list', async () => {
    const path = await begin(2073)
    expect((await irena.post(`${path}/discard`)).headers.get('location')).toBe('/fees')
    expect(await irena.page('/fees')).not.toContain(`href="${path}"`)
    expect((await irena.get(`${path}/edit`)).status).toBe(403)
  })

  test('the desk of whoever is asked says that one waits', async () => {
    const germany = await forumId(town, 'forum-germany')
    const id = await addDraft(town, germany, 2074)
    await decide(town, id, 'proposed', await town.personId('carsten-mittelweg'))
    const cardOf = async (slug: string): Promise<string> =>
      (await (await town.as(slug)).page('/desk')).split('<li').find((card) => card.includes('href="/fees"')) ?? ''
    expect(await cardOf('wiebke-sandfurth-moor')).toContain('1 is waiting')
    expect(await cardOf('carsten-mittelweg')).toMatch(/^(?!.*waiting)/s)
  })
})

describe('a member', () => {
  test('sees what the own city pays, step by step, now and in other years', async () => {
    town.now = new Date('2025-06-01T10:00:00Z')
    const page = await jonte.page('/fees')
    expect(page).toContain('Kaiserslautern in 2025')
    expect(page).toContain('€4,553.00')
    expect(page).toMatch(/100,000 inhabitants: bracket “80,001 to 120,000 inhabitants”/)
    expect(page).toContain('50% is passed on')
    expect(page).toContain('Calculation for 2026')
  })

  test('of another country sees no scale of the German forum', async () => {
    const germany = await forumId(town, 'forum-germany')
    const id = await fill(town, `select id from fee_scale where forum_id = ${germany} and state = 'approved' limit 1`)
    expect((await jonte.get(`/fees/${id}`)).status).toBe(200)
    const assia = await town.as('assia-verdonnel')
    expect((await assia.get(`/fees/${id}`)).status).toBe(404)
    expect(await assia.page('/fees')).not.toContain(`/fees/${id}"`)
  })
})
