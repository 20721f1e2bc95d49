// All answers of a poll: what they come to, and the table by city.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Place } from '../../members/public.ts'
import { answersFilePath, pollPath } from '../paths.ts'
import type { AnswerFile, CityAnswer, Poll } from '../poll.ts'
import { AnswerCharts } from './answer-charts.tsx'
import { AnswerTable } from './answer-table.tsx'
import { howMany, pollMark } from './poll-mark.ts'

export interface AnswersPageProps {
  readonly t: Translate
  readonly now: Date
  readonly poll: Poll
  readonly answers: readonly CityAnswer[]
  /** One page of them, for the table. */
  readonly page: PageOf<CityAnswer>
  readonly places: readonly Place[]
  readonly files: readonly AnswerFile[]
}

const Files = ({ t, poll, answers }: AnswersPageProps) => {
  const held = answers.filter(({ staysInside }) => staysInside).length
  return (
    <Section title={t('polls.take-away')}>
      <p>{t('polls.take-away-text', { label: tlpLabel(poll.audienceKind) })}</p>
      <ButtonRow>
        <ButtonLink href={answersFilePath(poll.id, 'xlsx')} icon="download">
          {t('polls.xlsx')}
        </ButtonLink>
        <ButtonLink href={answersFilePath(poll.id, 'csv')}>{t('polls.csv')}</ButtonLink>
        {held > 0 && (
          <ButtonLink href={answersFilePath(poll.id, 'xlsx', true)} tone="quiet">
            {t('polls.xlsx-passing', { count: held })}
          </ButtonLink>
        )}
      </ButtonRow>
    </Section>
  )
}

const Some = (props: AnswersPageProps) => (
  <>
    <Section title={props.t('polls.comes-to')}>
      <AnswerCharts {...props} />
    </Section>
    <AnswerTable {...props} />
    <Files {...props} />
  </>
)

export const AnswersPage = (props: AnswersPageProps) => {
  const { t, poll, now, answers } = props
  return (
    <>
      <PageTitle
        t={t}
        kind={t('polls.answers')}
        title={poll.title}
        lang={poll.lang}
        tlp={tlpLabel(poll.audienceKind)}
        state={pollMark(t, poll, now)}
        lead={howMany(t, poll)}
        action={<ButtonLink href={pollPath(poll.id, poll.title)}>{t('polls.to-the-poll')}</ButtonLink>}
      />
      <PageBody>
        {poll.demonstration && <Notice tone="info">{t('polls.demonstration-note')}</Notice>}
        {answers.length === 0 ? <EmptyState title={t('polls.no-answers')} icon="table" /> : <Some {...props} />}
      </PageBody>
    </>
  )
}
