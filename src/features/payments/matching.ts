// Which invoice does a payment mean? Pure, and each answer says why. Only what cannot be meant otherwise is certain; for all
// else there are proposals that a person confirms: nothing is guessed silently.
import type { Cents } from '#kernel/money.ts'
import { isDay } from './bank-statement.ts'
import type { Books, OwedInvoice } from './books.ts'
import { membersNamed } from './payer-name.ts'
import { findKeys, numbersIn, squeeze } from './reference.ts'

export interface Incoming {
  readonly id: number
  readonly bookedOn: string
  /** What is not given to an invoice yet. */
  readonly leftCents: Cents
  readonly name: string
  readonly iban: string
  readonly text: string
  readonly reference: string
  /** The same money may stand in a file of another kind already: a person looks first. */
  readonly perhapsTwice: boolean
}

/** An amount for an invoice, or kept as credit of the member. */
export interface Part {
  readonly organisationId: number
  readonly invoiceId: number | null
  readonly cents: Cents
}
export const reasons = [
  ...(['reference', 'short-number', 'amount', 'sum', 'name', 'account', 'part', 'over', 'paid-already'] as const),
  ...(['other-name', 'perhaps-twice'] as const),
] as const
export type Reason = (typeof reasons)[number]
export interface Proposal {
  readonly parts: readonly Part[]
  readonly reasons: readonly Reason[]
}
export interface Match {
  readonly entryId: number
  readonly certain: Proposal | undefined
  /** The best first, at most five. */
  readonly proposals: readonly Proposal[]
}

interface Evidence {
  readonly entry: Incoming
  readonly books: Books
  /** What is left of an invoice after those that were matched before in the same round. */
  readonly open: (invoice: OwedInvoice) => Cents
  readonly referred: readonly OwedInvoice[]
  readonly named: readonly number[]
  readonly known: readonly number[]
}

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((one, other) => one + other, 0)
const most = 5

/** "20250115" and "2025-01-15" may be our number 2025-0115, and 15 January; as we print it, it is the number. */
const readsAsDay = ({ reference, text }: Incoming, { number }: OwedInvoice): boolean =>
  !`${reference} | ${text}`.includes(number) && isDay(squeeze(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))

/** What may be a day counts as a number where its member is the one who pays, or nothing else says who is meant. */
function referredIn(entry: Incoming, books: Books, payers: readonly number[]): readonly OwedInvoice[] {
  const found = findKeys(`${entry.reference} | ${entry.text}`, books.byKey, books.lengths)
  const sure = found.filter((one) => !readsAsDay(entry, one) || payers.includes(one.organisationId))
  return sure.length > 0 || payers.length > 0 ? sure : found
}

function gather(entry: Incoming, books: Books, open: Evidence['open']): Evidence {
  const named = membersNamed(entry.name, books.names).map(({ member }) => member)
  const known = [...(books.byIban.get(entry.iban) ?? [])]
  return { entry, books, open, referred: referredIn(entry, books, [...named, ...known]), named, known }
}

/** Fills the invoices in the order given; what is over is kept as credit. */
function fill(evidence: Evidence, invoices: readonly OwedInvoice[], member: number): Part[] {
  let left = evidence.entry.leftCents
  const parts: Part[] = []
  for (const invoice of invoices) {
    const cents = Math.min(left, evidence.open(invoice))
    if (cents > 0) parts.push({ organisationId: invoice.organisationId, invoiceId: invoice.id, cents })
    left -= Math.max(0, cents)
  }
  return left > 0 ? [...parts, { organisationId: member, invoiceId: null, cents: left }] : parts
}

const whoSays = ({ named, known }: Evidence, member: number): Reason[] => [
  ...(named.includes(member) ? (['name'] as const) : []),
  ...(known.includes(member) ? (['account'] as const) : []),
]
const openOf = (evidence: Evidence, member: number): OwedInvoice[] =>
  (evidence.books.byMember.get(member) ?? []).filter((invoice) => evidence.open(invoice) > 0)

interface Judged extends Proposal {
  readonly certain: boolean
}

/** The payer wrote down what is meant. */
function byReference(evidence: Evidence): Judged[] {
  const { entry, referred, open } = evidence
  const members = [...new Set(referred.map(({ organisationId }) => organisationId))]
  const [member] = members
  if (member === undefined) return []
  const owed = referred.filter((invoice) => open(invoice) > 0)
  const total = sum(owed.map(open))
  const payer = members.length === 1 ? whoSays(evidence, member) : []
  const stranger = evidence.named.length > 0 && !members.some((one) => whoSays(evidence, one).length > 0)
  const words: Reason[] = ['reference', ...payer, ...(stranger ? (['other-name'] as const) : [])]
  const perhapsDay = payer.length === 0 && referred.some((one) => readsAsDay(entry, one))
  const give = (more: readonly Reason[], certain: boolean, invoices = owed): Judged => ({
    parts: fill(evidence, invoices, member),
    reasons: [...words, ...more],
    certain: certain && !stranger && !perhapsDay,
  })
  if (owed.length === 0) return [give(['paid-already'], false)]
  if (total === entry.leftCents) return [give([owed.length > 1 ? 'sum' : 'amount'], true)]
  if (total > entry.leftCents) return [give(['part'], payer.length > 0 && owed.length === 1)]
  const others = openOf(evidence, member).filter((invoice) => !owed.includes(invoice))
  const alone = members.length === 1 && others.length === 0
  return [give(['over'], alone && payer.length > 0, members.length === 1 ? [...owed, ...others] : owed)]
}

/** Two or three invoices of one member that together are the amount. */
function pairsOf(evidence: Evidence, invoices: readonly OwedInvoice[]): OwedInvoice[][] {
  const few = invoices.slice(0, 12)
  const { leftCents } = evidence.entry
  const found: OwedInvoice[][] = []
  for (const [at, one] of few.entries())
    for (const [next, two] of few.entries()) {
      if (next <= at) continue
      const rest = leftCents - evidence.open(one) - evidence.open(two)
      if (rest === 0) found.push([one, two])
      const third = rest <= 0 ? undefined : few.slice(next + 1).find((three) => evidence.open(three) === rest)
      if (third !== undefined) found.push([one, two, third])
    }
  return found.slice(0, 2)
}

function ofMember(evidence: Evidence, member: number, quoted: ReadonlySet<number>): Judged[] {
  const { entry, open, books, named, known } = evidence
  const owed = openOf(evidence, member)
  const who = whoSays(evidence, member)
  const give = (invoices: readonly OwedInvoice[], why: readonly Reason[], certain = false): Judged => ({
    parts: fill(evidence, invoices, member),
    reasons: [...who, ...why],
    certain,
  })
  if (owed.length === 0) return [give([], ['paid-already'])]
  const exact = owed.filter((invoice) => open(invoice) === entry.leftCents)
  const isQuoted = (invoice: OwedInvoice): boolean => quoted.has(books.short.get(invoice.id) ?? -1)
  const short = exact.filter(isQuoted)
  const alone = new Set([...named, ...known]).size === 1
  // The number without its year, the amount and the name; or the known account, the name and the only invoice of this amount.
  if (short.length === 1 && alone) return [give(short, ['short-number', 'amount'], true)]
  if (exact.length === 1 && alone && who.length === 2) return [give(exact, ['amount'], true)]
  if (exact.length > 0)
    return exact
      .slice(0, 3)
      .map((invoice) => give([invoice], isQuoted(invoice) ? ['short-number', 'amount'] : ['amount']))
  if (sum(owed.map(open)) === entry.leftCents) return [give(owed, ['sum'])]
  const pairs = pairsOf(evidence, owed)
  if (pairs.length > 0) return pairs.map((pair) => give(pair, ['sum']))
  return [give(owed, [sum(owed.map(open)) < entry.leftCents ? 'over' : 'part'])]
}

/** Nobody is named: the amount alone, where few invoices are open with it. */
function byAmount({ entry, books, open }: Evidence, quoted: ReadonlySet<number>): Judged[] {
  const exact = (books.byCents.get(entry.leftCents) ?? []).filter((invoice) => open(invoice) === entry.leftCents)
  const short = exact.filter((invoice) => quoted.has(books.short.get(invoice.id) ?? -1))
  const meant = short.length > 0 ? short : exact
  const why: Reason[] = short.length > 0 ? ['short-number', 'amount'] : ['amount']
  if (meant.length > 3) return []
  return meant.map(({ id, organisationId }) => ({
    parts: [{ organisationId, invoiceId: id, cents: entry.leftCents }],
    reasons: why,
    certain: false,
  }))
}

function judge(evidence: Evidence): Judged[] {
  const { entry, referred, named, known } = evidence
  if (referred.length > 0) return byReference(evidence)
  const quoted = numbersIn(entry.text)
  const members = [...new Set([...known, ...named])].slice(0, most)
  const own = members.flatMap((member) => ofMember(evidence, member, quoted))
  const strength = ({ reasons: all }: Judged): number =>
    (all.includes('amount') || all.includes('sum') ? 4 : 0) + (all.includes('short-number') ? 2 : 0) + all.length / 10
  return (own.length > 0 ? own : byAmount(evidence, quoted)).sort((one, other) => strength(other) - strength(one))
}

/** Every entry in the order of its day; what is certain counts as paid for those after it. */
export function matchEntries(entries: readonly Incoming[], books: Books): readonly Match[] {
  const taken = new Map<number, Cents>()
  const open = (invoice: OwedInvoice): Cents => invoice.openCents - (taken.get(invoice.id) ?? 0)
  const sorted = entries.toSorted((one, other) => one.bookedOn.localeCompare(other.bookedOn) || one.id - other.id)
  return sorted.map((entry) => {
    const judged = entry.leftCents > 0 ? judge(gather(entry, books, open)) : []
    const certain = entry.perhapsTwice ? undefined : judged.find((one) => one.certain)
    for (const { invoiceId, cents } of certain?.parts ?? [])
      if (invoiceId !== null) taken.set(invoiceId, (taken.get(invoiceId) ?? 0) + cents)
    const twice: Reason[] = entry.perhapsTwice ? ['perhaps-twice'] : []
    const proposals = judged.slice(0, most).map(({ parts, reasons: why }) => ({ parts, reasons: [...why, ...twice] }))
    return {
      entryId: entry.id,
      certain: certain && { parts: certain.parts, reasons: certain.reasons },
      proposals: certain === undefined ? proposals : [],
    }
  })
}
