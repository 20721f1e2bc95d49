// Fee scales on their pages: begun and edited.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { beginScale, row, save, whole } from './fixtures.ts'

let town: Town
let irena: Visitor
let theo: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
})

const begin = (year: number, fields?: Record<string, string>): Promise<string> => beginScale(irena, year, fields)

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
