// All answers of a poll: what they come to, and the table by city.
import { tlpLabel } from '#kernel/audience.ts'
import { countryName, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { memberPath, type Place } from '../../members/public.ts'
import { answersFilePath, answersPath, pollPath } from '../paths.ts'
import type { AnswerFile, CityAnswer, Poll } from '../poll.ts'
import { AnswerCharts } from './answer-charts.tsx'
import { pollMark } from './poll-mark.ts'
import { Written } from './written.tsx'

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

const City = ({ t, answer }: { t: Translate; answer: CityAnswer }) => (
  <>
    <a href={memberPath(answer.slug)}>{answer.name}</a> <small>{countryName(t.lang, answer.country)}</small>
    {answer.staysInside && <small class="poll-inside">{t('polls.stays-inside')}</small>}
    {answer.demonstration && <small>{t('polls.invented')}</small>}
  </>
)

const rowOf = ({ t, poll, files }: AnswersPageProps, answer: CityAnswer) => [
  <City t={t} answer={answer} />,
  ...poll.items.map((item, index) => (
    <Written
      t={t}
      item={item}
      value={answer.given[index] ?? null}
      file={files.find((file) => file.answerId === answer.id && file.item === index)}
      pollId={poll.id}
    />
  )),
]

const ByCity = (props: AnswersPageProps) => {
  const { t, poll, page } = props
  return (
    <Section title={t('polls.by-city')} id="by-city">
      <div class="poll-answers">
        <DataTable
          t={t}
          caption={t('polls.by-city')}
          hideCaption
          columns={[
            { label: t('polls.column-city') },
            ...poll.items.map(({ words, kind }) => ({ label: words, numeric: kind === 'number' })),
          ]}
          rows={page.items.map((answer) => rowOf(props, answer))}
        />
      </div>
      <Pagination t={t} page={page} href={(number) => `${answersPath(poll.id, number)}#by-city`} />
    </Section>
  )
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
    <ByCity {...props} />
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
        lead={t('polls.answered-of', { answered: poll.answered, asked: poll.asked })}
        action={<ButtonLink href={pollPath(poll.id, poll.title)}>{t('polls.to-the-poll')}</ButtonLink>}
      />
      <PageBody>
        {poll.demonstration && <Notice tone="info">{t('polls.demonstration-note')}</Notice>}
        {answers.length === 0 ? <EmptyState title={t('polls.no-answers')} icon="table" /> : <Some {...props} />}
      </PageBody>
    </>
  )
}
