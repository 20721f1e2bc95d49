// One member's membership: what it belongs to, what happened, how many inhabitants; and what this viewer may do about it.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { memberPath } from '../../members/public.ts'
import type { HistoryEntry } from '../history.ts'
import { type ActName, actPath } from '../paths.ts'
import type { Figure, Subject } from '../store.ts'
import { dayIn, type NameOf } from '../words.ts'
import { Figures, Memberships } from './history-tables.tsx'
import { Standing, type StandingProps } from './standing.tsx'

export interface HistoryPageProps extends StandingProps {
  readonly subject: Subject
  readonly entries: readonly HistoryEntry[]
  readonly figures: readonly Figure[]
  readonly acts: readonly ActName[]
  readonly nameOf: NameOf
  readonly today: string
}

const Acts = ({ t, subject, acts }: Pick<HistoryPageProps, 't' | 'subject' | 'acts'>) =>
  acts.length === 0 ? null : (
    <Section title={t('memberships.acts')}>
      <ButtonRow>
        {acts.map((act) => (
          <ButtonLink href={actPath(subject.slug, act)}>{t(`memberships.act-${act}`)}</ButtonLink>
        ))}
      </ButtonRow>
    </Section>
  )

const titleOf = (t: Translate, { message, values, confidential }: HistoryEntry): Child => (
  <>
    {t(message, values)} {confidential && <StateMark label={t('memberships.confidential')} />}
  </>
)

const Happened = ({ t, entries, today }: HistoryPageProps) =>
  entries.length === 0 ? null : (
    <Section title={t('memberships.happened')}>
      <Timeline
        t={t}
        label={t('memberships.happened')}
        entries={entries.map((entry) => ({
          when: dayIn(t, entry.day),
          title: titleOf(t, entry),
          text: entry.text,
          ahead: entry.day > today,
        }))}
      />
    </Section>
  )

export const HistoryPage = (props: HistoryPageProps) => {
  const { t, subject } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={t('memberships.membership')}
        title={subject.name}
        facts={<a href={memberPath(subject.slug)}>{t('memberships.to-member', { name: subject.name })}</a>}
      />
      <PageBody>
        <Standing {...props} />
        <Memberships {...props} />
        <Acts {...props} />
        <Happened {...props} />
        <Figures {...props} />
      </PageBody>
    </>
  )
}
