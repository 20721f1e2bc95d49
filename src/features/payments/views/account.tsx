// The account of a member for a year, as the office and the member itself see it.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import type { Account } from '../account.ts'
import { invoicePath } from '../paths.ts'
import { lineWords } from '../statement-words.ts'
import type { Letter } from '../store-reminders.ts'
import { civil } from './words.tsx'

export interface AccountProps {
  readonly t: Translate
  readonly account: Account
  /** The newest first. */
  readonly years: readonly number[]
  readonly yearHref: (year: number) => string
  readonly pdfHref: string
}

const AccountLines = ({ t, account }: Pick<AccountProps, 't' | 'account'>) => (
  <DataTable
    t={t}
    caption={t('payments.statement-title', { year: String(account.year) })}
    hideCaption
    columns={[
      { label: t('payments.column-what') },
      { label: t('payments.column-day') },
      { label: t('payments.column-amount'), numeric: true },
      { label: t('payments.column-balance'), numeric: true },
    ]}
    rows={[
      [t('payments.opening'), civil(t, `${account.year}-01-01`), '', formatMoney(t.lang, account.openingCents)],
      ...account.lines.map((line) => [
        line.invoiceId === null ? lineWords(t, line) : <a href={invoicePath(line.invoiceId)}>{lineWords(t, line)}</a>,
        civil(t, line.day),
        formatMoney(t.lang, line.cents),
        formatMoney(t.lang, line.balanceCents),
      ]),
      [
        <strong>{t('payments.closing')}</strong>,
        civil(t, account.closesOn),
        '',
        <strong>{formatMoney(t.lang, account.closingCents)}</strong>,
      ],
    ]}
  />
)

export const AccountYear = ({ t, account, years, yearHref, pdfHref }: AccountProps) => (
  <Section
    title={t('payments.statement-title', { year: String(account.year) })}
    action={<ButtonLink href={pdfHref}>{t('payments.as-pdf')}</ButtonLink>}
  >
    {years.length > 1 && (
      <ButtonRow>
        {years
          .filter((year) => year !== account.year)
          .map((year) => (
            <ButtonLink
              href={yearHref(year)}
              tone="quiet"
              label={t('payments.statement-title', { year: String(year) })}
            >
              {String(year)}
            </ButtonLink>
          ))}
      </ButtonRow>
    )}
    <AccountLines t={t} account={account} />
  </Section>
)

export const Letters = ({ t, letters }: { readonly t: Translate; readonly letters: readonly Letter[] }) =>
  letters.length === 0 ? null : (
    <Section title={t('payments.reminders-sent')}>
      <DataTable
        t={t}
        caption={t('payments.reminders-sent')}
        hideCaption
        columns={[
          { label: t('payments.column-reminder') },
          { label: t('payments.column-sent') },
          { label: t('payments.column-invoices') },
          { label: t('payments.column-deadline') },
        ]}
        rows={letters.map(({ step, doneAt, numbers, deadline }) => [
          t(`payments.step-${step}`),
          doneAt === null ? '' : formatDate(t.lang, doneAt),
          numbers,
          civil(t, deadline),
        ])}
      />
    </Section>
  )
