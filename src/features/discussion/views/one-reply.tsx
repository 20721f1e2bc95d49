// One reply: who wrote it, its words or that they were taken back, and what may be done with it.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import type { Reply as ReplyRow } from '#trunk/replies.ts'
import { unnamedSlug } from '#trunk/veils.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Reply } from '#ui/reply/reply.tsx'
import { replyWithdrawalPath } from '../paths.ts'
import { mayTakeBack } from '../permissions.ts'

const authorOf = (t: Translate, reply: ReplyRow) => ({
  name:
    reply.authorName ?? t(reply.organisationSlug === unnamedSlug ? 'discussion.asking-city' : 'discussion.somebody'),
  ...(reply.authorSlug === undefined || reply.authorSlug === null ? {} : { href: `/people/${reply.authorSlug}` }),
  memberName: reply.organisationName,
  memberHref: `/members/${reply.organisationSlug}`,
})

const TakeBack = ({ t, reply }: { t: Translate; reply: ReplyRow }) => (
  <PostButton action={replyWithdrawalPath(reply.id)} tone="quiet" small>
    {t('discussion.take-back')}
  </PostButton>
)

export interface OneReplyProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly reply: ReplyRow
  /** What the kind of contribution adds to a reply that stands: a mark, a button. */
  readonly besideReply?: ((reply: ReplyRow) => Child) | undefined
}

export const OneReply = ({ t, viewer, reply, besideReply }: OneReplyProps) => {
  const ofItsKind = reply.withdrawn ? undefined : besideReply?.(reply)
  const actions = [ofItsKind, mayTakeBack(viewer, reply) && <TakeBack t={t} reply={reply} />].filter(Boolean)
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
      {reply.withdrawn ? (
        <p>{t('discussion.taken-back')}</p>
      ) : (
        <Prose html={renderMarkdown(reply.text)} lang={reply.lang} />
      )}
    </Reply>
  )
}
