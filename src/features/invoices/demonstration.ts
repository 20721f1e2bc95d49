// Loads the demonstration's issuers, addresses and runs from demo/invoices.json; all of it is invented and says so on each invoice.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isLang, type Lang, languages } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { noteInvoicedYear } from '../fees/public.ts'
import { writeFees } from './fee-invoices.ts'
import { taxCategories } from './invoice.ts'
import type { Billing } from './issuer.ts'
import { previewOf } from './preview.ts'
import { readMaterial } from './read-material.ts'
import { findForum } from './store-command.ts'
import { hasRun, listBilledCities, markDelivered } from './store-demonstration.ts'
import { putBilling, putIssuer } from './store-issuer.ts'
import { insertRun } from './store-run.ts'

const words = z.record(z.enum(languages), z.string())
const text = z.string()
const file = z.object({
  issuers: z.array(
    z.object({
      forum: text.nullable(),
      ...{
        name: text,
        legalName: text,
        street: text,
        street2: text,
        postcode: text,
        city: text,
        country: text,
        vatId: text,
      },
      ...{
        taxNumber: text,
        endpointScheme: text,
        endpointId: text,
        legalScheme: text,
        legalId: text,
        contactName: text,
      },
      ...{ contactPhone: text, contactEmail: text, iban: text, bic: text, bankName: text, legalNote: text },
      ...{ taxCategory: z.enum(taxCategories), taxRate: z.number(), exemptionCode: text, exemptionReason: text },
      ...{ numberPrefix: text, daysToPay: z.number(), note: text },
    }),
  ),
  addresses: z.object({
    ...{ streets: words, postcode: text, leitwegIds: z.record(text, text) },
    ...{ without: z.array(text), withoutMail: z.array(text) },
  }),
  notes: words,
  memberNotes: z.array(z.object({ city: text, issuer: text.nullable(), year: z.number(), text })),
  runs: z.array(
    z.object({ issuer: text.nullable(), year: z.number(), by: text, on: z.iso.date(), sent: z.iso.date() }),
  ),
})
type Entries = z.infer<typeof file>

const issuerId = async (system: Db, forum: string | null): Promise<number | null> =>
  forum === null ? null : ((await findForum(system, forum))?.id ?? null)

/** `kaiserslautern.example`: nobody can have such an address. */
const mailOf = (slug: string): string => `invoices@${slug.slice(3)}.example`

function addressOf(city: Awaited<ReturnType<typeof listBilledCities>>[number], { addresses }: Entries): Billing {
  const lang: Lang = city.languages.find(isLang) ?? 'en'
  const leitwegId = addresses.leitwegIds[city.slug] ?? ''
  return {
    organisationId: city.id,
    ...{
      legalName: city.name,
      street: addresses.streets[lang],
      street2: '',
      postcode: addresses.postcode,
      city: city.name,
    },
    ...{ country: city.country, vatId: '', endpointScheme: '', endpointId: '', lang, leitwegId },
    email: addresses.withoutMail.includes(city.slug) ? '' : mailOf(city.slug),
    ...{ withoutLeitwegId: false, orderReference: '', wantsXml: leitwegId !== '' },
  }
}

async function loadSides(system: Db, entries: Entries): Promise<void> {
  const change = { by: null, at: new Date('2024-12-01T09:00:00Z') }
  for (const { forum, ...issuer } of entries.issuers)
    await putIssuer(system, { ...issuer, forumId: await issuerId(system, forum) }, change)
  for (const city of await listBilledCities(system))
    if (!entries.addresses.without.includes(city.slug)) await putBilling(system, addressOf(city, entries), change)
}

async function loadRun(
  system: Db,
  entries: Entries,
  { issuer, year, by, on, sent }: Entries['runs'][number],
): Promise<void> {
  const forumId = await issuerId(system, issuer)
  const read = await readMaterial(system, forumId, year)
  if (typeof read === 'string' || (await hasRun(system, forumId, year))) return
  const { seller, material } = read
  const { id: madeBy } = await getInventedPerson(system, by)
  const madeAt = new Date(`${on}T09:00:00Z`)
  const own = entries.memberNotes.filter((note) => note.issuer === issuer && note.year === year)
  const lines = previewOf(material)
  const notesFor = (slug: string, lang: Lang): string[] => [
    own.find(({ city }) => city === slug)?.text ?? entries.notes[lang],
  ]
  await noteInvoicedYear(system, forumId, year)
  const run = { issuer: forumId, year, madeBy, madeAt, scaleId: material.scale.id }
  const runId = await insertRun(system, run)
  await writeFees(system, { seller, material, lines, runId, madeBy, madeAt, issuedOn: on, notesFor })
  await markDelivered(system, runId, madeBy, new Date(`${sent}T09:00:00Z`))
}

/** A second time changes nothing: each run is one transaction, and there already or not. */
export const loadInvoices: LoadDemonstration = async ({ system, folder }) => {
  const entries = file.parse(JSON.parse(await readFile(join(folder, 'invoices.json'), 'utf8')))
  await system.transaction().execute((db) => loadSides(db, entries))
  for (const run of entries.runs) await system.transaction().execute((db) => loadRun(db, entries, run))
}
