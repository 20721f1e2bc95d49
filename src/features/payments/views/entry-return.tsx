// Which payment the bank took back, and what follows from it, told before somebody says so.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import type { Returnable } from '../gather-return.ts'
import { returnPath } from '../paths.ts'
import { writeFreed } from '../return-plan.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { amountOf, civil } from './words.tsx'

const sentences = (t: Translate, { invoices, freed }: Returnable): string[] => [
  ...invoices.map(({ number, cents }) => t('payments.return-invoice', { number, amount: formatMoney(t.lang, cents) })),
  ...freed.map(({ number, cents, againCents }) =>
    t('payments.return-credit', { number, amount: formatMoney(t.lang, cents - againCents) }),
  ),
]

const Candidate = ({
  t,
  to,
  candidate,
}: {
  readonly t: Translate
  readonly to: number
  readonly candidate: Returnable
}) => {
  const { entry, freed, missingCents } = candidate
  const name = entry.name || t('payments.nameless')
  const label = t('payments.takes-back-this', { name, day: civil(t, entry.bookedOn), amount: amountOf(t, entry) })
  if (missingCents > 0)
    return (
      <Notice tone="warning" title={label}>
        {t('payments.return-paid-back', { amount: formatMoney(t.lang, missingCents) })}
      </Notice>
    )
  const follows = sentences(t, candidate)
  return (
    <ConfirmStep
      label={label}
      question={t(follows.length > 0 ? 'payments.return-question' : 'payments.return-question-free')}
      action={returnPath(to)}
      hidden={{ entry: entry.id, seen: writeFreed(freed) }}
      confirm={t('payments.return-confirm')}
    >
      <ul>
        {follows.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </ConfirmStep>
  )
}

/** Of a movement that the bank calls a reversal; of any other that left the account only where it may be one. */
export const TakesBack = ({ t, entry, returnable }: EntryPageProps) => {
  const told = entry.state === 'reversal'
  if (!told && returnable.length === 0) return null
  return (
    <Section title={t(told ? 'payments.takes-back' : 'payments.was-return')}>
      <Stack>
        <p>{t(told ? `payments.takes-back-${returnable.length > 0 ? 'text' : 'none'}` : 'payments.was-return-text')}</p>
        {returnable.map((one) => (
          <Candidate t={t} to={entry.id} candidate={one} />
        ))}
      </Stack>
    </Section>
  )
}
