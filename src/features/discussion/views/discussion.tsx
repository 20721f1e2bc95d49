// What was written below a contribution: what came of it on top, one page of the replies, and the field for one's own.
import type { Child } from 'hono/jsx'
import { pageCount } from '#kernel/page.ts'
import type { DiscussionWords } from '#platform/feature.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Replies } from '#ui/reply/reply.tsx'
import { livePath, replyIn } from '../paths.ts'
import { mayBringFiles, mayReply } from '../permissions.ts'
import type { Thread } from '../thread.ts'
import { HiddenReply } from './hidden-note.tsx'
import { KeptNote } from './kept-note.tsx'
import { OneReply, type OneReplyProps } from './one-reply.tsx'
import { ReplyForm } from './reply-form.tsx'
import { SummaryPart } from './summary.tsx'

export interface DiscussionProps extends Omit<OneReplyProps, 'reply' | 'beside'> {
  readonly words: DiscussionWords
  readonly thread: Thread
  readonly once: string
  /** Bytes that one file may have. */
  readonly largest: number
  /** When the page was drawn: what came later is told to whoever reads along. */
  readonly now: Date
}

const Answering = ({ t, words, viewer, contribution, thread, once, largest }: DiscussionProps) => {
  if (mayReply(viewer, contribution)) {
    const { kept, quoting, asked } = thread
    const form = { t, words, contributionId: contribution.id, once }
    const typed = asked ? { ...kept?.typed, part: '' } : kept?.typed
    return (
      <>
        {kept && <KeptNote t={t} kept={kept} contributionId={contribution.id} />}
        <ReplyForm
          {...form}
          typed={typed ?? {}}
          quoting={quoting}
          largest={mayBringFiles(contribution) ? largest : undefined}
        />
      </>
    )
  }
  if (viewer.person !== undefined) return null
  return <ButtonLink href="/sign-in">{t(words.signIn)}</ButtonLink>
}

/** So few are read at one glance. */
const shortThread = 8

const Jumps = ({ t, thread, path }: Pick<DiscussionProps, 't' | 'thread' | 'path'>) => {
  const { page, firstNew } = thread
  if (page.total <= shortThread) return null
  return (
    <p class="thread-jumps">
      {firstNew !== undefined && <a href={replyIn(path, firstNew)}>{t('discussion.to-first-new')}</a>}
      <a href={`${path}?replies=last#answer`}>{t('discussion.to-newest')}</a>
    </p>
  )
}

/** In the order in which they were written; of what is hidden the note alone, but for those who go on reading it. */
const List = (props: DiscussionProps) => {
  const { t, words, thread, ...shared } = props
  const { replies, notes } = thread
  const read = new Set<number | null>(replies.map(({ id }) => id))
  const shown = replies.map((reply) => ({
    at: reply.createdAt,
    child: <OneReply {...shared} t={t} reply={reply} beside={thread} />,
  }))
  const hidden = notes
    .filter(({ replyId }) => !read.has(replyId))
    .map((note) => ({ at: note.writtenAt, child: <HiddenReply t={t} note={note} /> }))
  const entries = [...shown, ...hidden].sort((one, other) => one.at.getTime() - other.at.getTime())
  if (entries.length === 0) return <EmptyState title={t(words.none)} icon="messages-square" />
  return <Replies replies={entries.map(({ child }) => child)} />
}

/** Without script it is a list like any other. */
const Live = ({ t, viewer, contribution, thread, now, children }: DiscussionProps & { children: Child }) => {
  const mayHear = viewer.person !== undefined && contribution.state === 'published'
  const last = thread.page.number >= pageCount(thread.page)
  return (
    <div
      class="thread"
      id="thread"
      data-live={mayHear ? livePath(contribution.id) : undefined}
      data-live-since={now.toISOString()}
      data-live-last={last ? '' : undefined}
      data-live-new={t('discussion.live-new', { count: '{count}' })}
    >
      {children}
    </div>
  )
}

export const Discussion = (props: DiscussionProps) => {
  const { t, words, contribution, thread, path } = props
  if (contribution.state === 'draft') return null
  const pageHref = (number: number): string => `${path}?replies=${number}#replies`
  return (
    <Section title={t(words.title, { count: thread.page.total })} id="replies">
      <SummaryPart {...props} />
      <Jumps {...props} />
      <Live {...props}>
        <List {...props} />
      </Live>
      <Pagination t={t} page={thread.page} href={pageHref} />
      <Answering {...props} />
    </Section>
  )
}
