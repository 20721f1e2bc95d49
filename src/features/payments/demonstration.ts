// Loads the demonstration's bank statements, one round of reminders and a member held back, from demo/payments.json: all invented.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { openBooks } from './books.ts'
import { cases, digestOf, statementOf } from './demonstration-statement.ts'
import { matchEntries } from './matching.ts'
import { dayAfter } from './open-items.ts'
import { dueReminders, usualSettings } from './reminder.ts'
import { listOwed, listPayers } from './store-books.ts'
import { findIssuer, listDemonstrated } from './store-demonstration.ts'
import { listOpenEntries } from './store-entries.ts'
import { listOpenItems } from './store-open-items.ts'
import { insertHold, insertRound, listRounds } from './store-reminders.ts'
import { closeLetter } from './store-sending.ts'
import { insertSettlements, type NewSettlement } from './store-settlements.ts'
import { fingerprintsByStatement, insertFile, insertStatement } from './store-statements.ts'

const day = z.iso.date()
const other = z.object({ booked: day, amount: z.string(), currency: z.string(), name: z.string(), text: z.string() })
const act = z.object({ issuer: z.string().nullable(), by: z.string(), on: day })
const statement = act.extend({
  ...{ year: z.number(), name: z.string(), booked: day, iban: z.string() },
  cases: z.array(z.object({ city: z.string(), how: z.enum(cases) })),
  others: z.array(other),
})
export type StatementEntries = z.infer<typeof statement>
const file = z.object({
  statements: z.array(statement),
  reminders: z.array(act.extend({ cities: z.array(z.string()) })),
  holds: z.array(act.extend({ city: z.string(), reason: z.string() })),
})
type Entries = z.infer<typeof file>

async function loadStatement(db: Db, one: StatementEntries): Promise<void> {
  const [issuer, { id: personId }] = await Promise.all([findIssuer(db, one.issuer), getInventedPerson(db, one.by)])
  const now = new Date(`${one.on}T09:00:00Z`)
  const fileId = await insertFile(db, { issuer, digest: digestOf(one.name), name: one.name, personId }, now)
  if (fileId === undefined) return
  const read = statementOf(one, await listDemonstrated(db, issuer, one.year))
  await insertStatement(db, { fileId, issuer }, read, fingerprintsByStatement([read])[0] ?? [])
  const entries = await listOpenEntries(db, issuer)
  const matches = matchEntries(entries, openBooks(await listOwed(db, issuer), await listPayers(db, issuer)))
  const rows = matches.flatMap(({ entryId, certain }): NewSettlement[] =>
    (certain?.parts ?? []).map(({ organisationId, invoiceId, cents }) => ({
      ...{ issuer, organisationId, entryId, invoiceId, cents, into: invoiceId === null ? 'credit' : 'invoice' },
      ...{ settledOn: entries.find(({ id }) => id === entryId)?.bookedOn ?? one.booked, certain: true },
      ...{ reasons: certain?.reasons ?? [], personId },
    })),
  )
  if (rows.length > 0) await insertSettlements(db, rows, now)
}

async function loadReminders(db: Db, one: Entries['reminders'][number]): Promise<void> {
  const [issuer, { id: personId, lang }] = await Promise.all([
    findIssuer(db, one.issuer),
    getInventedPerson(db, one.by),
  ])
  if ((await listRounds(db, issuer)).length > 0) return
  const now = new Date(`${one.on}T09:00:00Z`)
  const items = await listOpenItems(db, { issuer }, lang)
  const letters = dueReminders(items, usualSettings, one.on).filter(({ slug }) => one.cities.includes(slug))
  if (letters.length === 0) return
  const deadline = dayAfter(one.on, usualSettings.daysToPay)
  const { reminders } = await insertRound(db, { issuer, personId, deadline }, letters, now)
  // As if it had been sent then: nothing leaves this house for an invented past.
  for (const id of reminders) await closeLetter(db, id, 'sent', now)
}

async function loadHold(db: Db, one: Entries['holds'][number]): Promise<void> {
  const [issuer, { id: personId, lang }] = await Promise.all([
    findIssuer(db, one.issuer),
    getInventedPerson(db, one.by),
  ])
  const items = await listOpenItems(db, { issuer }, lang)
  const organisationId = items.find(({ slug }) => slug === one.city)?.organisationId
  if (organisationId === undefined) return
  await insertHold(db, { issuer, organisationId, reason: one.reason, personId }, new Date(`${one.on}T09:00:00Z`))
}

/** A second time changes nothing. */
export const loadPayments: LoadDemonstration = async ({ system, folder }) => {
  const entries = file.parse(JSON.parse(await readFile(join(folder, 'payments.json'), 'utf8')))
  for (const one of entries.statements) await system.transaction().execute((db) => loadStatement(db, one))
  for (const one of entries.reminders) await system.transaction().execute((db) => loadReminders(db, one))
  for (const one of entries.holds) await system.transaction().execute((db) => loadHold(db, one))
}
