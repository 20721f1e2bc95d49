// What the office can do with an invoice: send it, take it back by a credit note, make the new one in its place.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { billingPath, creditPath, replacementPath, sendingPath } from '../paths.ts'
import type { InvoiceInFull } from '../store.ts'

export interface InvoiceActsProps {
  readonly t: Translate
  readonly invoice: InvoiceInFull
  /** Of a credit note without a new invoice: what that one would be, or why there can be none. */
  readonly replacement: { readonly cents: number } | { readonly refusal: string } | undefined
  readonly issues: readonly Issue[]
  readonly typed: Typed
}

const Send = ({ t, invoice }: InvoiceActsProps) =>
  invoice.state === 'sent' || invoice.state === 'waiting' ? null : invoice.correctsUnsent ? (
    <p>{t('invoices.refusal-never-sent')}</p>
  ) : (
    <PostButton
      action={sendingPath(invoice.id)}
      icon="send"
      tone={invoice.state === 'unreleased' ? 'primary' : 'secondary'}
    >
      {t(`invoices.send-${invoice.kind}`)}
    </PostButton>
  )

const TakeBack = ({ t, invoice, issues, typed }: InvoiceActsProps) =>
  invoice.kind === 'credit-note' || invoice.creditNote !== null ? null : (
    <ConfirmStep
      label={t('invoices.take-back')}
      icon="undo-2"
      question={t('invoices.take-back-text', { number: invoice.number })}
      action={creditPath(invoice.id)}
      confirm={t('invoices.take-back-confirm')}
    >
      <TextField
        t={t}
        name="reason"
        label={t('invoices.reason-for')}
        hint={t('invoices.reason-hint')}
        value={typed['reason']}
        issues={issues}
        maxlength={300}
        required
      />
    </ConfirmStep>
  )

const Replace = ({ t, invoice, replacement }: InvoiceActsProps) => {
  if (replacement === undefined) return null
  if ('refusal' in replacement) return <Notice tone="warning">{t(`invoices.refusal-${replacement.refusal}`)}</Notice>
  return (
    <>
      <p>{t('invoices.replace-text', { amount: formatMoney(t.lang, replacement.cents) })}</p>
      <PostButton action={replacementPath(invoice.id)} icon="plus">
        {t('invoices.replace')}
      </PostButton>
    </>
  )
}

export const InvoiceActs = (props: InvoiceActsProps) => (
  <Section title={props.t('invoices.acts')}>
    <div class="stack">
      <Send {...props} />
      <Replace {...props} />
      <TakeBack {...props} />
      <p>
        <a href={billingPath(props.invoice.slug)}>{props.t('invoices.billing-of', { name: props.invoice.name })}</a>
      </p>
    </div>
  </Section>
)
