// What lines and balances of an account are called, on pages and on paper.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { AccountLine } from './account.ts'

export const lineWords = (t: Translate, { kind, number, unsent }: AccountLine): string => {
  if (unsent) return t('payments.line-credit-note-unsent', { number })
  return kind === 'payment' && number === '' ? t('payments.line-credit') : t(`payments.line-${kind}`, { number })
}
/** In words: owed, settled, or in the member's favour. */
export const balanceWords = (t: Translate, cents: number): string =>
  cents > 0
    ? t('payments.balance-owed', { amount: formatMoney(t.lang, cents) })
    : cents < 0
      ? t('payments.balance-credit', { amount: formatMoney(t.lang, -cents) })
      : t('payments.balance-even')
