// The demonstration's payments: nobody real owes anything, and every case that an office meets is there to be tried.
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, proposalsOn } from './fixtures.ts'

let town: Town
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
})

test('only cities that are members in the demonstration alone owe anything', async () => {
  const rows = await asOwner<{ slug: string }>(
    town,
    `select distinct o.slug from invoice i join organisation o on o.id = i.organisation_id where i.kind = 'invoice' and i.released_at is not null
     and i.total_cents > coalesce((select sum(s.cents) from settlement s where s.invoice_id = i.id), 0) order by 1`,
  )
  const members = JSON.parse(readFileSync('demo/members.json', 'utf8')) as { city: string; state: string }[]
  const invented = new Set(members.filter(({ state }) => state === 'demonstration').map(({ city }) => city))
  expect(rows.map(({ slug }) => slug)).toEqual(['at-graz', 'fr-rennes', 'hr-zagreb', 'pl-krakow'])
  expect(rows.every(({ slug }) => invented.has(slug))).toBe(true)
})

test('a proposal by name, a double payment and an unknown payer wait; one is overpaid, two are reminded, one is held back', async () => {
  const page = await irena.page('/payments/entries')
  expect(proposalsOn(page).map(({ reasons }) => reasons)).toEqual(['reference name paid-already', 'name amount'])
  expect(page).toContain('STIFTUNG BEISPIEL')
  expect(await irena.page('/payments/open-items')).toContain('Bilbao')
  const [counts] = await asOwner(
    town,
    `select (select count(*)::int from reminder where state = 'sent') as sent, (select count(*)::int from reminder_hold) as held`,
  )
  expect(counts).toEqual({ sent: 2, held: 1 })
  expect(await town.work()).toBeGreaterThanOrEqual(0)
  expect(town.mails.filter(({ id }) => id?.startsWith('reminder-'))).toEqual([])
})
