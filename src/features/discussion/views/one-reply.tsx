// One reply: who wrote it, its words or that they were taken back, and what may be done with it.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import type { HiddenNote } from '#trunk/hiding.ts'
import type { Reply as ReplyRow } from '#trunk/replies.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Reply } from '#ui/reply/reply.tsx'
import { replyReportPath, replyWithdrawalPath } from '../paths.ts'
import { mayReport, mayTakeBack } from '../permissions.ts'
import { HiddenMark } from './hidden-note.tsx'

const authorOf = (t: Translate, reply: ReplyRow) => ({
  name: reply.authorName ?? t('discussion.somebody'),
  ...(reply.authorSlug === undefined || reply.authorSlug === null ? {} : { href: `/people/${reply.authorSlug}` }),
  memberName: reply.organisationName,
  memberHref: `/members/${reply.organisationSlug}`,
})

const TakeBack = ({ t, reply }: { t: Translate; reply: ReplyRow }) => (
  <PostButton action={replyWithdrawalPath(reply.id)} tone="quiet" small>
    {t('discussion.take-back')}
  </PostButton>
)

const Report = ({ t, reply }: { t: Translate; reply: ReplyRow }) => (
  <ButtonLink href={replyReportPath(reply.contributionId, reply.id)} tone="quiet" small>
    {t('discussion.report')}
  </ButtonLink>
)

export interface OneReplyProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly reply: ReplyRow
  /** That it is hidden: its author and those who look after it go on reading it. */
  readonly note?: HiddenNote | undefined
  /** What the kind of contribution adds to a reply that stands: a mark, a button. */
  readonly besideReply?: ((reply: ReplyRow) => Child) | undefined
}

export const OneReply = ({ t, viewer, reply, note, besideReply }: OneReplyProps) => {
  const ofItsKind = reply.withdrawn ? undefined : besideReply?.(reply)
  const actions = [
    ofItsKind,
    mayTakeBack(viewer, reply) && <TakeBack t={t} reply={reply} />,
    note === undefined && mayReport(viewer, reply) && <Report t={t} reply={reply} />,
  ].filter(Boolean)
  return (
    <Reply
      t={t}
      id={`reply-${reply.id}`}
      author={authorOf(t, reply)}
      when={reply.createdAt}
      lang={reply.lang}
      state={reply.demonstration ? { label: t('discussion.demonstration') } : undefined}
      actions={actions.length > 0 && actions}
    >
      {note !== undefined && <HiddenMark t={t} note={note} />}
      {reply.withdrawn ? (
        <p>{t('discussion.taken-back')}</p>
      ) : (
        <Prose html={renderMarkdown(reply.text)} lang={reply.lang} />
      )}
    </Reply>
  )
}
