// Small parts that the pages of payments share: days, amounts, states.
import { formatDate, regionalTag, type Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { entriesPath, openItemsPath, paymentsPath, remindersPath } from '../paths.ts'
import type { Entry, EntryState } from '../store-entries.ts'

export const civil = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

/** As somebody would type it into a field: 7528,00. */
export const typedMoney = (t: Translate, cents: Cents): string =>
  new Intl.NumberFormat(regionalTag(t.lang), { minimumFractionDigits: 2, useGrouping: false }).format(cents / 100)

/** As the bank wrote it where it is no whole amount of euro. */
export const amountOf = (
  t: Translate,
  { cents, amount, currency }: Pick<Entry, 'cents' | 'amount' | 'currency'>,
): string => (cents === null ? `${amount} ${currency}` : formatMoney(t.lang, cents))

const tones: Partial<Record<EntryState, 'new' | 'done' | 'danger'>> = {
  ...{ open: 'new', partly: 'new', reversal: 'danger', matched: 'done', aside: 'done', returned: 'done' },
}
export const EntryMark = ({ t, state }: { readonly t: Translate; readonly state: EntryState }) => (
  <StateMark label={t(`payments.state-${state}`)} tone={tones[state] ?? 'calm'} />
)

const places = [
  ['statements', paymentsPath],
  ['entries', entriesPath()],
  ['open-items', openItemsPath],
  ['reminders', remindersPath],
] as const
/** From one place of the office to the others. */
export const OfficeLinks = ({ t, here }: { readonly t: Translate; readonly here: (typeof places)[number][0] }) => (
  <ButtonRow>
    {places
      .filter(([name]) => name !== here)
      .map(([name, href]) => (
        <ButtonLink href={href}>{t(`payments.go-${name}`)}</ButtonLink>
      ))}
  </ButtonRow>
)

/** Asked where a statement is of an account that no invoice names; saying yes is for these accounts only. Not required: another file may be the right one. */
export const ConfirmAccounts = ({ t, typed, issues }: { t: Translate; typed: Typed; issues: readonly Issue[] }) => {
  const accounts = String(typed['accounts'] ?? '')
  if (accounts === '') return null
  return (
    <CheckField
      t={t}
      name="accounts"
      label={t('payments.field-accounts', { accounts: accounts.replaceAll(' ', ', ') })}
      value={accounts}
      issues={issues}
    />
  )
}
