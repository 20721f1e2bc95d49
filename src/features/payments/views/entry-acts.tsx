// Deciding by hand: an invoice by its number, or that the money is none of ours.
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { asidePath, givingPath } from '../paths.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { typedMoney } from './words.tsx'

const ByHand = ({ t, entry, typed, issues }: EntryPageProps) => (
  <Section title={t('payments.by-hand')}>
    <Form t={t} action={givingPath(entry.id)} label={t('payments.by-hand')}>
      <TextField
        t={t}
        name="number"
        label={t('payments.field-number')}
        value={typed['number']}
        issues={issues}
        width="medium"
        maxlength={40}
        required
      />
      <TextField
        t={t}
        name="amount"
        label={t('payments.field-amount')}
        value={typed['amount'] ?? typedMoney(t, entry.leftCents)}
        issues={issues}
        inputmode="decimal"
        width="short"
        required
      />
      <CheckField
        t={t}
        name="rest"
        label={t('payments.field-rest')}
        checked={typed['rest'] === 'yes'}
        issues={issues}
      />
      <ButtonRow>
        <Button>{t('payments.give')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)

const Aside = ({ t, entry, typed, issues }: EntryPageProps) => (
  <Section title={t('payments.aside')}>
    <Form t={t} action={asidePath(entry.id)} label={t('payments.aside')}>
      <TextField
        t={t}
        name="note"
        label={t('payments.field-note')}
        hint={t('payments.hint-note')}
        value={typed['note']}
        issues={issues}
        maxlength={300}
        required
      />
      <ButtonRow>
        <Button>{t('payments.set-aside')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)

export const EntryActs = (props: EntryPageProps) => (
  <>
    <ByHand {...props} />
    <Aside {...props} />
  </>
)
