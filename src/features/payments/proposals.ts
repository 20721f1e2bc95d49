// Proposals for entries, with the words that a page needs: numbers of invoices and names of members.
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import { openBooks } from './books.ts'
import { matchEntries, type Part, type Reason } from './matching.ts'
import { listMemberNames, listOwed, listPayers } from './store-books.ts'
import type { Entry } from './store-entries.ts'

export interface NamedPart extends Part {
  readonly number: string | null
  readonly openCents: Cents
  readonly member: string
  readonly slug: string
}
export interface NamedProposal {
  readonly parts: readonly NamedPart[]
  readonly reasons: readonly Reason[]
  readonly certain: boolean
}

/** For each of these entries what it may mean, as of now. */
export async function gatherProposals(
  db: Db,
  issuer: number | null,
  entries: readonly Entry[],
  lang: string,
): Promise<ReadonlyMap<number, readonly NamedProposal[]>> {
  const open = entries.filter(({ leftCents }) => leftCents > 0)
  if (open.length === 0) return new Map()
  const [owed, payers] = await Promise.all([listOwed(db, issuer), listPayers(db, issuer)])
  const books = openBooks(owed, payers)
  // Each by itself: what is only proposed for one takes nothing from the others.
  const matches = open.flatMap((entry) => matchEntries([entry], books))
  const invoices = new Map(owed.map((one) => [one.id, one]))
  const all = matches.map(({ entryId, certain, proposals }) => ({
    entryId,
    found: [
      ...(certain ? [{ ...certain, certain: true }] : []),
      ...proposals.map((one) => ({ ...one, certain: false })),
    ],
  }))
  const members = all.flatMap(({ found }) => found.flatMap(({ parts }) => parts.map((part) => part.organisationId)))
  const names = await listMemberNames(db, [...new Set(members)], lang)
  const named = (part: Part): NamedPart => {
    const invoice = part.invoiceId === null ? undefined : invoices.get(part.invoiceId)
    const { name = '', slug = '' } = names.get(part.organisationId) ?? {}
    return { ...part, number: invoice?.number ?? null, openCents: invoice?.openCents ?? 0, member: name, slug }
  }
  return new Map(
    all.map(({ entryId, found }) => [entryId, found.map((one) => ({ ...one, parts: one.parts.map(named) }))]),
  )
}
