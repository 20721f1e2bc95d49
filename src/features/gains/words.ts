// An entry in a line: what an officer would say of it after its name.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Gain } from './gain.ts'

const yearsOf = ({ firstYear, lastYear }: Gain): string =>
  lastYear === null || lastYear === firstYear ? String(firstYear) : `${firstYear}–${lastYear}`

const details: Readonly<Record<Gain['kind'], (t: Translate, gain: Gain) => readonly string[]>> = {
  event: (t, { role, place, people }) => [place, t(`gains.role-${role}`), t('gains.people', { count: people ?? 0 })],
  funding: (t, gain) => [
    gain.programme,
    yearsOf(gain),
    formatMoney(t.lang, gain.cents ?? 0),
    ...(gain.ownCents === null ? [] : [t('gains.own-share', { amount: formatMoney(t.lang, gain.ownCents) })]),
  ],
  position: (t, { addressee, decidedBy }) => [t('gains.to', { addressee }), t(`gains.decided-${decidedBy}`)],
  partner: (_, { note }) => [note],
}

/** Without the day. */
export const detailsOf = (t: Translate, gain: Gain): string[] => [
  ...details[gain.kind](t, gain),
  ...(gain.illustrative ? [t('gains.illustrative')] : []),
]

export const wordsOf = (t: Translate, gain: Gain): string[] => [
  formatDate(t.lang, new Date(gain.onDay)),
  ...detailsOf(t, gain),
]

/** What a field is called to the reader. */
export function fieldLabel(t: Translate, field: string): string {
  const name = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return t(`gains.field-${name}`)
}
