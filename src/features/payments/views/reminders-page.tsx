// The next round of reminders: what it would send, to whom, and what it says; and the rounds before.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { accountPath, roundPath } from '../paths.ts'
import type { LetterWords } from '../previewed-letters.ts'
import type { DueReminder, ReminderSettings } from '../reminder.ts'
import type { Hold, Round } from '../store-reminders.ts'
import { NextRound } from './next-round.tsx'
import { ReminderSettingsForm } from './reminder-settings.tsx'
import { OfficeLinks } from './words.tsx'

/** A letter as it would go out now. */
export type PreviewedLetter = DueReminder & LetterWords
export interface RemindersPageProps {
  readonly t: Translate
  readonly letters: readonly PreviewedLetter[]
  /** Due as well, shown when these are sent. */
  readonly later: number
  /** Due, but held back. */
  readonly spared: readonly DueReminder[]
  readonly holds: readonly Hold[]
  readonly rounds: readonly Round[]
  readonly settings: ReminderSettings
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Held = ({ t, holds }: RemindersPageProps) =>
  holds.length === 0 ? null : (
    <Section title={t('payments.held-members')}>
      <ul>
        {holds.map(({ slug, name, reason }) => (
          <li>
            <a href={accountPath(slug)}>{name}</a> – {reason}
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
          { label: t('payments.column-unreached'), numeric: true },
        ]}
        rows={rounds.map(({ id, madeAt, madeBy, letters, unreached }) => [
          <a href={roundPath(id)}>{formatMoment(t.lang, madeAt)}</a>,
          madeBy ?? t('payments.somebody'),
          letters,
          unreached,
        ])}
      />
    </Section>
  )

export const RemindersPage = (props: RemindersPageProps) => {
  const { t, issues, spared, later } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('payments.reminders')} lead={t('payments.reminders-lead')} />
      <Stack>
        <OfficeLinks t={t} here="reminders" />
        <PageBody aside={<ReminderSettingsForm {...props} />}>
          <Section title={t('payments.next-round')}>
            <Stack>
              <NextRound {...props} />
              {later > 0 && <p>{t('payments.later', { count: later })}</p>}
              {spared.length > 0 && <p>{t('payments.spared', { count: spared.length })}</p>}
            </Stack>
          </Section>
          <Held {...props} />
          <Rounds {...props} />
        </PageBody>
      </Stack>
    </>
  )
}
