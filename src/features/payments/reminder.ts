// Which invoices are to be asked for, at which step: pure. An invoice waits at each step as long as its issuer says.
import type { Cents } from '#kernel/money.ts'
import { dayAfter, type OpenItem } from './open-items.ts'

export const steps = [1, 2, 3] as const
export type Step = (typeof steps)[number]

export interface ReminderSettings {
  /** Days after the due day. */
  readonly firstAfter: number
  /** Days after the first, and after the second reminder. */
  readonly secondAfter: number
  readonly lastAfter: number
  /** That a reminder gives. */
  readonly daysToPay: number
  /** By language: what the statutes say of unpaid fees. */
  readonly statutes: Readonly<Record<string, string>>
}
export const usualSettings: ReminderSettings = {
  ...{ firstAfter: 14, secondAfter: 21, lastAfter: 21, daysToPay: 14 },
  statutes: {},
}

/** One letter: a member, a step, and all its invoices that have come to it. */
export interface DueReminder {
  readonly organisationId: number
  readonly slug: string
  readonly name: string
  readonly step: Step
  readonly items: readonly OpenItem[]
  readonly cents: Cents
  readonly held: string | null
}

/** `12-2`: by what a form names a letter of the preview. */
export const keyOf = ({ organisationId, step }: Pick<DueReminder, 'organisationId' | 'step'>): string =>
  `${organisationId}-${step}`

/** The next step of an invoice, and the day from which it may be taken; undefined after the last. */
export function nextStep(item: OpenItem, settings: ReminderSettings): { step: Step; from: string } | undefined {
  const step = steps.find((one) => one === item.step + 1)
  if (step === undefined) return undefined
  const wait = [settings.firstAfter, settings.secondAfter, settings.lastAfter][step - 1] ?? 0
  return { step, from: dayAfter(step === 1 ? item.dueOn : (item.remindedOn ?? item.dueOn), wait) }
}

/** The letters of a round on this day, by name and step; those of members that are held back are told too. */
export function dueReminders(items: readonly OpenItem[], settings: ReminderSettings, today: string): DueReminder[] {
  const letters = new Map<string, DueReminder>()
  for (const item of items) {
    const next = nextStep(item, settings)
    if (item.openCents <= 0 || next === undefined || next.from > today) continue
    const { organisationId, slug, name, held } = item
    const letter = { organisationId, slug, name, held, step: next.step }
    const before = letters.get(keyOf(letter))
    const own = [...(before?.items ?? []), item]
    letters.set(keyOf(letter), { ...letter, items: own, cents: own.reduce((sum, one) => sum + one.openCents, 0) })
  }
  return [...letters.values()].sort((one, other) => one.name.localeCompare(other.name) || one.step - other.step)
}
