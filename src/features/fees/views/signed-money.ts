// Amounts as a simulation shows them.
import type { Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'

export const money = (t: Translate, cents: Cents | null): string => (cents === null ? '–' : formatMoney(t.lang, cents))
/** With its sign, since a difference has a direction. */
export const change = (t: Translate, cents: Cents): string => (cents > 0 ? `+${money(t, cents)}` : money(t, cents))
