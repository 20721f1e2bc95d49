// What is open, by age: pure.
import type { Cents } from '#kernel/money.ts'

export const ages = ['not-due', 'to-30', 'to-60', 'to-90', 'more'] as const
export type Age = (typeof ages)[number]

export interface OpenItem {
  readonly invoiceId: number
  readonly number: string
  readonly organisationId: number
  readonly slug: string
  readonly name: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly totalCents: Cents
  readonly openCents: Cents
  /** What the payment should bear. */
  readonly reference: string
  /** The last step that was sent, or waits to be, and its day; 0 where there is none. */
  readonly step: number
  readonly remindedOn: string | null
  /** Why the member gets no reminders; null where it does. */
  readonly held: string | null
}

/** Whole days from one day to the other; below zero where it is not reached yet. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function ageOf(dueOn: string, today: string): Age {
  const days = daysBetween(dueOn, today)
  if (days <= 0) return 'not-due'
  return days <= 30 ? 'to-30' : days <= 60 ? 'to-60' : days <= 90 ? 'to-90' : 'more'
}

/** For each age what is open, and how many invoices. */
export const sumByAge = (items: readonly OpenItem[], today: string) =>
  ages.map((age) => {
    const own = items.filter((item) => ageOf(item.dueOn, today) === age)
    return { age, count: own.length, cents: own.reduce((sum, { openCents }) => sum + openCents, 0) }
  })
