// Small words that several pages of invoices say in the same way.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import type { DeliveryState } from '../invoice.ts'

/** `YYYY-MM-DD` as the reader writes days. At noon it is the same day in all of Europe. */
export const writtenDay = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

const tones = { unreleased: 'new', waiting: 'calm', sent: 'done', failed: 'danger' } as const

export const deliveryMark = (t: Translate, state: DeliveryState): StateMarkProps => ({
  label: t(`invoices.state-${state}`),
  tone: tones[state],
})

export const moneyOrNothing = (t: Translate, cents: Cents | null): string =>
  cents === null ? t('invoices.none') : formatMoney(t.lang, cents)

/** With its sign: +50,00 €. */
export const changeInMoney = (t: Translate, cents: Cents): string =>
  cents === 0 ? t('invoices.unchanged') : `${cents > 0 ? '+' : ''}${formatMoney(t.lang, cents)}`
