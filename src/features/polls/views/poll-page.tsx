// One poll: what is asked, the form for a city that is asked, what came of it, and what every kind of contribution has.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { answersPath } from '../paths.ts'
import { maySeeAnswers, maySteerPoll } from '../permissions.ts'
import { type AnswerFile, isOver, type OwnAnswer, type Poll } from '../poll.ts'
import type { AskedCity } from '../store-asked.ts'
import { OurPart } from './our-part.tsx'
import { type InsideProps, PollAside } from './poll-aside.tsx'
import { howMany, pollMark, untilWhen } from './poll-mark.ts'
import { Steering } from './steering.tsx'

export interface PollPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly now: Date
  readonly poll: Poll
  readonly asked: readonly AskedCity[]
  readonly own: OwnAnswer | undefined
  /** Of the own answer. */
  readonly files: readonly AnswerFile[]
  /** Bytes that one file may have. */
  readonly largest: number
  readonly inside: InsideProps
  readonly shared: Pick<SharedParts, 'byline' | 'attachments' | 'discussion' | 'visibility' | 'beside'>
}

const Outcome = ({ t, poll }: Pick<PollPageProps, 't' | 'poll'>) =>
  poll.outcome === '' ? null : (
    <Section title={t('polls.outcome')} id="outcome">
      <Prose html={renderMarkdown(poll.outcome)} lang={poll.lang} />
    </Section>
  )

const Actions = ({ t, viewer, poll, now, shared }: PollPageProps) => (
  <ButtonRow>
    {maySeeAnswers(viewer, poll, now) && (
      <ButtonLink href={answersPath(poll.id)} icon="table">
        {t('polls.all-answers', { count: poll.answered })}
      </ButtonLink>
    )}
    {shared.beside.tools}
  </ButtonRow>
)

const Main = (props: PollPageProps) => {
  const { t, viewer, poll, now, shared } = props
  return (
    <PageBody aside={<PollAside {...props} />}>
      {poll.demonstration && <Notice tone="info">{t('polls.demonstration-note')}</Notice>}
      {poll.text !== '' && <Prose html={renderMarkdown(poll.text)} lang={poll.lang} />}
      <Outcome t={t} poll={poll} />
      <OurPart {...props} />
      {maySteerPoll(viewer, poll) && <Steering t={t} poll={poll} over={isOver(poll, now)} />}
      {shared.beside.below}
      {shared.attachments}
      {shared.discussion}
    </PageBody>
  )
}

export const PollPage = (props: PollPageProps) => {
  const { t, poll, now, shared } = props
  const withdrawn = { label: t('polls.state-withdrawn'), tone: 'danger' as const }
  return (
    <article>
      <PageTitle
        t={t}
        kind={t('polls.one')}
        title={poll.title}
        lang={poll.lang}
        tlp={poll.audienceKind && tlpLabel(poll.audienceKind)}
        state={poll.state === 'withdrawn' ? withdrawn : pollMark(t, poll, now)}
        lead={`${untilWhen(t, poll, now)} · ${howMany(t, poll)}`}
        facts={shared.byline}
        action={<Actions {...props} />}
      />
      <Main {...props} />
    </article>
  )
}
