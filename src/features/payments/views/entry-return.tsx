// Which payment the bank took back, and what follows from it, told before somebody says so.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Button } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Returnable } from '../gather-return.ts'
import { entryPath, returnPath } from '../paths.ts'
import { writeFreed } from '../return-plan.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { amountOf, civil } from './words.tsx'

const sentences = (t: Translate, { invoices, freed }: Returnable): string[] => [
  ...invoices.map(({ number, cents }) => t('payments.return-invoice', { number, amount: formatMoney(t.lang, cents) })),
  ...freed.map(({ number, cents, againCents }) =>
    t('payments.return-credit', { number, amount: formatMoney(t.lang, cents - againCents) }),
  ),
]

/** Why this one cannot be entered now, and what to do. */
const hindranceOf = (t: Translate, { missingCents, unsentNote }: Returnable): string | undefined =>
  unsentNote
    ? t('payments.refusal-unsent-note')
    : missingCents > 0
      ? t('payments.return-paid-back', { amount: formatMoney(t.lang, missingCents) })
      : undefined

interface CandidateProps {
  readonly t: Translate
  readonly to: number
  readonly candidate: Returnable
}

const Candidate = ({ t, to, candidate }: CandidateProps) => {
  const { entry, freed } = candidate
  const name = entry.name || t('payments.nameless')
  const label = t('payments.takes-back-this', { name, day: civil(t, entry.bookedOn), amount: amountOf(t, entry) })
  const hindrance = hindranceOf(t, candidate)
  if (hindrance !== undefined)
    return (
      <Notice tone="warning" title={label}>
        {hindrance}
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

/** Many members pay the same amount: those that are not shown are found by words. */
const Search = ({ t, entry, words }: Pick<EntryPageProps, 't' | 'entry'> & { readonly words: string }) => (
  <Form t={t} method="get" action={entryPath(entry.id)} label={t('payments.takes-back-search')}>
    <TextField
      t={t}
      name="q"
      id="payment-words"
      type="search"
      label={t('payments.takes-back-search')}
      hint={t('payments.takes-back-search-hint')}
      value={words}
      maxlength={200}
      needed=""
    />
    <Button icon="search">{t('payments.takes-back-find')}</Button>
  </Form>
)

/** Of a movement that the bank calls a reversal; of any other that left the account only where it may be one. */
export const TakesBack = ({ t, entry, returnable }: EntryPageProps) => {
  if (returnable === undefined) return null
  const told = entry.state === 'reversal'
  const { found, more, words } = returnable
  const some = found.length > 0 || words !== ''
  if (!told && !some) return null
  return (
    <Section title={t(told ? 'payments.takes-back' : 'payments.was-return')}>
      <Stack>
        <p>{t(told ? `payments.takes-back-${some ? 'text' : 'none'}` : 'payments.was-return-text')}</p>
        {found.map((one) => (
          <Candidate t={t} to={entry.id} candidate={one} />
        ))}
        {found.length === 0 && some && <p>{t('payments.takes-back-unfound')}</p>}
        {(more || words !== '') && <Search t={t} entry={entry} words={words} />}
      </Stack>
    </Section>
  )
}
