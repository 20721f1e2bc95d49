// One poll: what is asked, the form for a city that is asked, what came of it, and what every kind of contribution has.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import { answersPath } from '../paths.ts'
import { maySeeAnswers, maySteerPoll, mayWithdrawPoll } from '../permissions.ts'
import { type AnswerFile, isOver, type OwnAnswer, type Poll } from '../poll.ts'
import { OurPart } from './our-part.tsx'
import { Outcome } from './outcome.tsx'
import { type InsideProps, PollAside } from './poll-aside.tsx'
import { howMany, pollMark, untilWhen } from './poll-mark.ts'
import { Steering } from './steering.tsx'

export interface PollPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly now: Date
  readonly poll: Poll
  /** In which it was asked. */
  readonly room: Room | undefined
  readonly own: OwnAnswer | undefined
  /** Of a second entry of the city, before the two became one. */
  readonly earlier: readonly OwnAnswer[]
  /** Of the own answer. */
  readonly files: readonly AnswerFile[]
  /** Bytes that one file may have. */
  readonly largest: number
  readonly inside: InsideProps
  readonly shared: Pick<SharedParts, 'byline' | 'attachments' | 'discussion' | 'visibility' | 'beside'>
}

const Actions = ({ t, viewer, poll, now, shared }: PollPageProps) => (
  <ButtonRow>
    {maySeeAnswers(viewer, poll, now) && (
      <ButtonLink href={answersPath(poll.id)} icon="table">
        {t('polls.all-answers', { count: poll.answered ?? 0 })}
      </ButtonLink>
    )}
    {shared.beside.tools}
  </ButtonRow>
)

const Main = (props: PollPageProps) => {
  const { t, viewer, poll, room, now, shared } = props
  return (
    <PageBody aside={<PollAside {...props} />}>
      <RoomNotes t={t} room={room} />
      {poll.demonstration && <Notice tone="info">{t('polls.demonstration-note')}</Notice>}
      {poll.text !== '' && <Prose html={renderMarkdown(poll.text)} lang={poll.lang} />}
      <Outcome t={t} poll={poll} />
      <OurPart {...props} />
      {mayWithdrawPoll(viewer, poll) && (
        <Steering t={t} poll={poll} over={isOver(poll, now)} mayChange={maySteerPoll(viewer, poll)} />
      )}
      {shared.beside.below}
      {shared.attachments}
      {shared.discussion}
    </PageBody>
  )
}

export const PollPage = (props: PollPageProps) => {
  const { t, poll, room, now, shared } = props
  const withdrawn = { label: t('polls.state-withdrawn'), tone: 'danger' as const }
  return (
    <article class={roomClass(room)}>
      <PageTitle
        t={t}
        kind={t('polls.one')}
        title={poll.title}
        lang={poll.lang}
        tlp={poll.audienceKind && tlpLabel(poll.audienceKind)}
        audienceName={room?.name}
        state={poll.state === 'withdrawn' ? withdrawn : pollMark(t, poll, now)}
        lead={[untilWhen(t, poll, now), howMany(t, poll)].filter(Boolean).join(' · ')}
        facts={shared.byline}
        action={<Actions {...props} />}
      />
      <Main {...props} />
    </article>
  )
}
