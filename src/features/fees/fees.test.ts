// Fee scales on their pages: begun, edited, simulated, proposed, approved, and what a member then sees.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { addDraft, decide, forumId } from './fixtures.ts'

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

const begin = async (year: number, fields: Record<string, string> = {}): Promise<string> => {
  const answer = await irena.post('/fees', { year: String(year), ...fields })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').replace('/edit', '')
}
const row = (
  place: number,
  kind: string,
  cells: Partial<Record<'from' | 'to' | 'basis' | 'amount' | 'minimum' | 'maximum', string>>,
) =>
  Object.fromEntries(
    Object.entries({ kind, basis: 'flat', ...cells }).map(([name, value]) => [`${name}-${place}`, value]),
  )
const whole = {
  ...row(0, 'municipality', { from: '1', to: '100.000', amount: '1.000,00' }),
  ...row(1, 'municipality', { from: '100 001', amount: '2 000' }),
  ...row(2, 'association', { from: '1', basis: 'per-head', amount: '20', minimum: '500', maximum: '5,000' }),
  ...row(3, 'region', { from: '1', amount: '3000.5' }),
}
const save = (who: Visitor, path: string, fields: Record<string, string>, revision = '1'): Promise<Response> =>
  who.post(path, { act: 'save', firstYear: 'by-month', revision, ...fields })

describe('editing', () => {
  test('a table in several ways of writing numbers is saved as it was meant', async () => {
    const path = await begin(2060)
    const answer = await save(irena, path, whole)
    expect(answer.headers.get('location')).toBe(path)
    const page = await irena.page(path)
    for (const words of [
      'up to 100,000 inhabitants',
      '€1,000.00',
      '€2,000.00',
      '€20.00 per 1,000',
      '€5,000.00',
      '€3,000.50',
    ])
      expect(page).toContain(words)
  })

  test('raised beyond what a scale can hold, nothing is begun, and the field says why', async () => {
    const path = await begin(2079)
    await save(irena, path, { ...whole, ...row(3, 'region', { from: '1', amount: '600.000.000' }) })
    const from = /\d+/.exec(path)?.[0] ?? ''
    const answer = await irena.post('/fees', { year: '2080', from, percent: '100' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('larger than a scale can hold')])
    expect((await irena.post('/fees', { year: '2080', from, percent: '10' })).status).toBe(303)
  })

  test('proposed while a colleague saves a fault: one comes first, and nobody gets a broken page', async () => {
    const path = await begin(2081)
    await save(irena, path, whole)
    const gap = { ...whole, ...row(1, 'municipality', { from: '100 002', amount: '2 000' }) }
    const answers = await Promise.all([save(theo, path, gap, '2'), irena.post(`${path}/proposal`)])
    for (const { status } of answers) expect([303, 422]).toContain(status)
  })

  test('a draft with faults is saved, and each is told at its cell; it cannot be proposed', async () => {
    const path = await begin(2061)
    const answer = await save(irena, path, row(0, 'municipality', { from: '1', to: '10', amount: '5' }))
    expect(answer.headers.get('location')).toBe(`${path}/edit`)
    const form = await irena.page(`${path}/edit`)
    expect(form).toContain('There is no row for 11 inhabitants and more.')
    expect(form).toMatch(/id="to-0"[^>]*aria-describedby="to-0-error"/)
    expect(form).toContain('A row is still missing: regions')
    const proposal = await irena.post(`${path}/proposal`)
    expect(proposal.status).toBe(422)
    expect(await proposal.text()).toContain('The table still has faults.')
  })

  test('what cannot be read comes back with a sentence at the cell, and everything that was typed', async () => {
    const path = await begin(2062)
    const answer = await save(irena, path, { ...whole, 'amount-0': 'a thousand', 'from-1': 'many', 'share-1': '150' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/value="a thousand"[^>]*aria-invalid/)
    expect(page).toContain('Please give an amount')
    expect(page).toContain('Please give a whole number')
    expect(page).toContain('Please give a share from 0 to 100')
    for (const kept of ['100.000', '3000.5', '5,000']) expect(page).toContain(`value="${kept}"`)
    expect(await irena.page(path)).toContain('The table is still empty')
  })

  test('rows come and go by buttons and lose nothing; the new one begins where the last ends', async () => {
    const path = await begin(2063)
    const added = await (
      await irena.post(path, { ...whole, act: 'add-municipality', 'to-1': '250000', 'amount-0': 'x' })
    ).text()
    expect(added).toContain('value="250001"')
    expect(added).toContain('value="x"')
    const removed = await (await irena.post(path, { ...whole, act: 'remove-0' })).text()
    expect(removed).not.toContain('value="100.000"')
    expect(removed).toContain('value="100 001"')
  })

  test('whoever saves what a colleague has saved meanwhile is told, and loses nothing', async () => {
    const path = await begin(2064)
    await save(theo, path, whole)
    const answer = await save(irena, path, { ...whole, 'amount-0': '777' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Somebody has saved the table since you opened it.')
    expect(page).toContain('value="777"')
  })

  test('a table of hundreds of rows and strange fields is no accident', async () => {
    const path = await begin(2065)
    const rows = Object.assign({}, ...Array.from({ length: 300 }, (_, place) => row(place, 'region', { from: '1' })))
    expect((await irena.post(path, { ...rows, act: 'add-region' })).status).toBe(422)
    expect(
      (await save(irena, path, { ...rows, __proto__: 'x', 'kind-5': 'castle', 'kind-1000': 'region' })).status,
    ).toBe(303)
    expect((await irena.post(path, { act: 'remove-999', revision: 'x' })).status).toBe(200)
    expect((await irena.post(path, {})).status).toBe(422)
  })
})

describe('beginning', () => {
  test('from last year with a percentage, whole euros where it is paid as it stands', async () => {
    const source = await begin(2066)
    await save(irena, source, whole)
    const id = source.replace('/fees/', '')
    const page = await irena.page(await begin(2067, { from: id, percent: '2,55', whole: 'yes' }))
    for (const amount of ['€1,026.00', '€2,051.00', '€20.51 per 1,000', '€3,077.00']) expect(page).toContain(amount)
  })

  test('one at a time for a year, a year that can be, a percentage that can be', async () => {
    await begin(2068)
    const again = await irena.post('/fees', { year: '2068' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('already being worked on')
    for (const fields of [
      { year: '1900' },
      { year: '' },
      { year: '2069', percent: '900' },
      { year: '2069', from: 'x' },
    ])
      expect((await irena.post('/fees', fields)).status).toBe(422)
    expect((await irena.post('/fees', { year: '2069', from: '999999' })).status).toBe(404)
  })
})

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
