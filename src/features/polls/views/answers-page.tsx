// All answers of a poll: what they come to, and the table by city.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Place } from '../../members/public.ts'
import { type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import { answersFilePath, pollPath } from '../paths.ts'
import type { AnswerFile, CityAnswer, Poll } from '../poll.ts'
import { AnswerCharts } from './answer-charts.tsx'
import { AnswerTable } from './answer-table.tsx'
import { howMany, pollMark } from './poll-mark.ts'

export interface AnswersPageProps {
  readonly t: Translate
  readonly now: Date
  readonly poll: Poll
  /** In which it was asked. */
  readonly room: Room | undefined
  readonly answers: readonly CityAnswer[]
  /** One page of them, for the table. */
  readonly page: PageOf<CityAnswer>
  readonly places: readonly Place[]
  /** Under the Chatham House Rule: cities by letter. */
  readonly hidden: boolean
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
  const { t, poll, room, now, answers } = props
  // For a guest: what stays inside the network.
  const heldBack = (poll.answered ?? 0) - answers.length
  return (
    <article class={roomClass(room)}>
      <PageTitle
        t={t}
        kind={t('polls.answers')}
        title={poll.title}
        lang={poll.lang}
        tlp={tlpLabel(poll.audienceKind)}
        audienceName={room?.name}
        state={pollMark(t, poll, now)}
        lead={howMany(t, poll)}
        action={<ButtonLink href={pollPath(poll.id, poll.title)}>{t('polls.to-the-poll')}</ButtonLink>}
      />
      <PageBody>
        <RoomNotes t={t} room={room} />
        {poll.demonstration && <Notice tone="info">{t('polls.demonstration-note')}</Notice>}
        {heldBack > 0 && <Notice tone="info">{t('polls.held-back', { count: heldBack })}</Notice>}
        {answers.length === 0 ? <EmptyState title={t('polls.no-answers')} icon="table" /> : <Some {...props} />}
      </PageBody>
    </article>
  )
}
