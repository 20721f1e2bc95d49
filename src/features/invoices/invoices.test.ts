// The run of a year: looked at, made once, sent when somebody says so.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { approveScale, billing, clearBooks, issuer, keepMembers, makeInvoices, putSides, query } from './fixtures.ts'

let town: Town
let irena: Visitor
let members: number[]
beforeAll(async () => {
  town = await openTown()
  await clearBooks(town)
  members = await keepMembers(town, 4)
  await approveScale(town, null, 2026)
  await putSides(
    town,
    issuer(null),
    members.map((id) => billing(id)),
  )
  irena = await town.as('irena-halvorsdottir-blau')
})

test('every member gets one invoice, numbered from one, and a second press makes none', async () => {
  const first = await makeInvoices(irena, 2026)
  expect(first.status).toBe(303)
  const { rows } = await query<{ number: string; cents: number }>(
    town,
    'select number, total_cents as cents from invoice order by seq',
  )
  expect(rows.map(({ number }) => number)).toEqual(['2026-0001', '2026-0002', '2026-0003', '2026-0004'])
  const again = await makeInvoices(irena, 2026)
  expect(again.status).toBe(422)
})
