// The next round of reminders: what it would send, to whom, and what it says; and the rounds before.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { accountPath, remindersPath, roundPath } from '../paths.ts'
import { type DueReminder, keyOf, type ReminderSettings } from '../reminder.ts'
import type { Hold, Round } from '../store-reminders.ts'
import { ReminderSettingsForm } from './reminder-settings.tsx'
import { OfficeLinks } from './words.tsx'

/** A letter as it would go out now. */
export interface PreviewedLetter extends DueReminder {
  readonly subject: string
  readonly text: string
  readonly lang: string
}
export interface RemindersPageProps {
  readonly t: Translate
  readonly letters: readonly PreviewedLetter[]
  /** Due, but held back. */
  readonly spared: readonly DueReminder[]
  readonly holds: readonly Hold[]
  readonly rounds: readonly Round[]
  readonly settings: ReminderSettings
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const LetterLine = ({ t, letter }: { readonly t: Translate; readonly letter: PreviewedLetter }) => (
  <li>
    <CheckField
      t={t}
      id={`letter-${keyOf(letter)}`}
      name="letters[]"
      value={keyOf(letter)}
      checked
      label={t('payments.letter-line', {
        ...{ member: letter.name, step: t(`payments.step-${letter.step}`), amount: formatMoney(t.lang, letter.cents) },
        count: letter.items.length,
      })}
    />
    <details>
      <summary>{t('payments.letter-read')}</summary>
      <div lang={letter.lang}>
        <p>
          <strong>{letter.subject}</strong>
        </p>
        {letter.text.split('\n\n').map((part) => (
          <p>{part}</p>
        ))}
      </div>
    </details>
  </li>
)

const NextRound = ({ t, letters }: RemindersPageProps) =>
  letters.length === 0 ? (
    <EmptyState icon="circle-check" title={t('payments.nothing-due')} text={t('payments.nothing-due-text')} />
  ) : (
    <Form t={t} action={remindersPath} label={t('payments.next-round')}>
      <ul class="plain-list">
        {letters.map((letter) => (
          <LetterLine t={t} letter={letter} />
        ))}
      </ul>
      <p>{t('payments.send-text')}</p>
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t('payments.send')}
        </Button>
      </ButtonRow>
    </Form>
  )

const Held = ({ t, holds }: RemindersPageProps) =>
  holds.length === 0 ? null : (
    <Section title={t('payments.held-members')}>
      <ul>
        {holds.map(({ slug, name, reason }) => (
          <li>
            <a href={accountPath(slug)}>{name}</a>: {reason}
          </li>
        ))}
      </ul>
    </Section>
  )

const Rounds = ({ t, rounds }: RemindersPageProps) =>
  rounds.length === 0 ? null : (
    <Section title={t('payments.rounds')}>
      <DataTable
        t={t}
        caption={t('payments.rounds')}
        hideCaption
        columns={[
          { label: t('payments.column-sent') },
          { label: t('payments.column-by') },
          { label: t('payments.column-letters'), numeric: true },
        ]}
        rows={rounds.map(({ id, madeAt, madeBy, letters }) => [
          <a href={roundPath(id)}>{formatMoment(t.lang, madeAt)}</a>,
          madeBy ?? t('payments.somebody'),
          letters,
        ])}
      />
    </Section>
  )

export const RemindersPage = (props: RemindersPageProps) => {
  const { t, issues, spared } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('payments.reminders')} lead={t('payments.reminders-lead')} />
      <OfficeLinks t={t} here="reminders" />
      <PageBody aside={<ReminderSettingsForm {...props} />}>
        <Section title={t('payments.next-round')}>
          <Stack>
            <NextRound {...props} />
            {spared.length > 0 && <p>{t('payments.spared', { count: spared.length })}</p>}
          </Stack>
        </Section>
        <Held {...props} />
        <Rounds {...props} />
      </PageBody>
    </>
  )
}
