// One reply: who wrote it, its words or that they were taken back, what it quotes and brings, and what may be done with it.
import type { Child } from 'hono/jsx'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { Reply as ReplyRow } from '#trunk/replies.ts'
import { unnamedSlug } from '#trunk/veils.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { Reply } from '#ui/reply/reply.tsx'
import { editReplyPath, replyReportPath, replyWithdrawalPath, wordingsPath } from '../paths.ts'
import { mayChangeReply, mayReply, mayReport, mayTakeBack } from '../permissions.ts'
import type { Beside } from '../thread.ts'
import { HiddenMark } from './hidden-note.tsx'
import { ReplyWords } from './reply-words.tsx'

const authorOf = (t: Translate, reply: ReplyRow) => ({
  name:
    reply.authorName ?? t(reply.organisationSlug === unnamedSlug ? 'discussion.asking-city' : 'discussion.somebody'),
  ...(reply.authorSlug === undefined || reply.authorSlug === null ? {} : { href: `/people/${reply.authorSlug}` }),
  memberName: reply.organisationName,
  memberHref: `/members/${reply.organisationSlug}`,
})

/** What other features hand to a reply, by its id: stands below its words. */
export type BelowReply = (replyId: number) => Child[]

export interface OneReplyProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contribution: Contribution
  readonly reply: ReplyRow
  readonly beside: Beside
  /** Where the thread is, for a link that quotes without script. */
  readonly path: string
  /** What the kind of contribution adds to a reply that stands: a mark, a button. */
  readonly besideReply?: ((reply: ReplyRow) => Child) | undefined
  readonly belowReply?: BelowReply | undefined
}

/** That it was changed is said beside the moment; the earlier wordings are one click away. */
const Changed = ({ t, reply }: Pick<OneReplyProps, 't' | 'reply'>) =>
  reply.revision === 1 || reply.withdrawn || reply.editedAt === null ? null : (
    <a class="reply-when" href={wordingsPath(reply.id)} title={formatMoment(t.lang, reply.editedAt)}>
      {t('discussion.changed')}
    </a>
  )

const QuoteLink = ({ t, reply, path }: Pick<OneReplyProps, 't' | 'reply' | 'path'>) => (
  <a class="button button-quiet button-small" href={`${path}?quote=${reply.id}#answer`} data-quote={reply.id}>
    {t('discussion.quote')}
  </a>
)

const Own = ({ t, reply, contribution, viewer }: OneReplyProps) => (
  <>
    {mayChangeReply(viewer, reply, contribution) && (
      <ButtonLink href={editReplyPath(reply.id)} tone="quiet" small>
        {t('discussion.change')}
      </ButtonLink>
    )}
    {mayTakeBack(viewer, reply) && (
      <PostButton action={replyWithdrawalPath(reply.id)} tone="quiet" small>
        {t('discussion.take-back')}
      </PostButton>
    )}
  </>
)

const Report = ({ t, reply }: Pick<OneReplyProps, 't' | 'reply'>) => (
  <ButtonLink href={replyReportPath(reply.contributionId, reply.id)} tone="quiet" small>
    {t('discussion.report')}
  </ButtonLink>
)

const noteOf = ({ beside, reply }: Pick<OneReplyProps, 'beside' | 'reply'>) =>
  beside.notes.find(({ replyId }) => replyId === reply.id)

const Actions = (props: OneReplyProps) => (
  <>
    {props.besideReply?.(props.reply)}
    {mayReply(props.viewer, props.contribution) && <QuoteLink {...props} />}
    <Own {...props} />
    {noteOf(props) === undefined && mayReport(props.viewer, props.reply) && <Report {...props} />}
  </>
)

export const OneReply = (props: OneReplyProps) => {
  const { t, viewer, reply } = props
  const { id, revision, withdrawn } = reply
  const note = noteOf(props)
  return (
    <Reply
      t={t}
      id={`reply-${id}`}
      mark={withdrawn ? 'taken-back' : String(revision)}
      author={authorOf(t, reply)}
      when={reply.createdAt}
      lang={reply.lang}
      state={reply.demonstration ? { label: t('discussion.demonstration') } : undefined}
      changed={<Changed {...props} />}
      actions={!withdrawn && (viewer.person !== undefined || props.besideReply !== undefined) && <Actions {...props} />}
    >
      {note !== undefined && <HiddenMark t={t} note={note} />}
      <ReplyWords {...props} />
    </Reply>
  )
}
