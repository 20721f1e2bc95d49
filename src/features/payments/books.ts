// What an issuer is owed, as the matching needs it: open invoices by their references, members by names and accounts.
import type { Cents } from '#kernel/money.ts'
import { indexNames, type NameIndex } from './payer-name.ts'
import { keysOf, shortNumberOf } from './reference.ts'

/** An invoice and what is left of it; one that is paid is known too, so that a second payment is recognised. */
export interface OwedInvoice {
  readonly id: number
  readonly number: string
  readonly reference: string
  readonly organisationId: number
  readonly dueOn: string
  readonly openCents: Cents
}
export interface Payer {
  readonly organisationId: number
  /** All under which it may pay: its own, in every language, the legal one of the billing address. */
  readonly names: readonly string[]
  /** Accounts from which payments came that a person, or a reference, gave to this member. */
  readonly ibans: readonly string[]
}

export interface Books {
  readonly byKey: ReadonlyMap<string, OwedInvoice>
  readonly lengths: readonly number[]
  readonly byMember: ReadonlyMap<number, readonly OwedInvoice[]>
  readonly byCents: ReadonlyMap<Cents, readonly OwedInvoice[]>
  readonly names: NameIndex
  readonly byIban: ReadonlyMap<string, ReadonlySet<number>>
  readonly short: ReadonlyMap<number, number | undefined>
}

const grouped = <Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> => {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

/** A key that two invoices share says of neither that it is meant. */
function keysIn(invoices: readonly OwedInvoice[]): Map<string, OwedInvoice> {
  const byKey = new Map<string, OwedInvoice>()
  const twice = new Set<string>()
  for (const invoice of invoices)
    for (const key of new Set([...keysOf(invoice.reference), ...keysOf(invoice.number)])) {
      if (byKey.has(key)) twice.add(key)
      byKey.set(key, invoice)
    }
  for (const key of twice) byKey.delete(key)
  return byKey
}

export function openBooks(invoices: readonly OwedInvoice[], payers: readonly Payer[]): Books {
  const sorted = invoices.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id - other.id)
  const byKey = keysIn(sorted)
  const byIban = new Map<string, Set<number>>()
  for (const { organisationId, ibans } of payers)
    for (const iban of ibans) byIban.set(iban, (byIban.get(iban) ?? new Set()).add(organisationId))
  return {
    byKey,
    lengths: [...new Set([...byKey.keys()].map(({ length }) => length))],
    byMember: grouped(sorted, (one) => one.organisationId),
    byCents: grouped(
      sorted.filter(({ openCents }) => openCents > 0),
      (one) => one.openCents,
    ),
    names: indexNames(payers.map((one) => [one.organisationId, one.names] as const)),
    byIban,
    short: new Map(sorted.map((one) => [one.id, shortNumberOf(one.number)])),
  }
}
