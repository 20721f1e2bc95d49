// Replies below a contribution, and the field for one's own.
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { Reply as ReplyRow } from '#trunk/replies.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Replies, Reply } from '#ui/reply/reply.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { repliesPath, replyWithdrawalPath } from '../paths.ts'
import { mayReply, mayTakeBack } from '../permissions.ts'

export interface DiscussionProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly contribution: Contribution
  readonly replies: readonly ReplyRow[]
}

const authorOf = (t: Translate, reply: ReplyRow) => ({
  name: reply.authorName ?? t('discussion.somebody'),
  ...(reply.authorSlug === undefined || reply.authorSlug === null ? {} : { href: `/people/${reply.authorSlug}` }),
  memberName: reply.organisationName,
  memberHref: `/members/${reply.organisationSlug}`,
})

const OneReply = ({ t, viewer, reply }: { t: Translate; viewer: Viewer; reply: ReplyRow }) => (
  <Reply
    t={t}
    id={`reply-${reply.id}`}
    author={authorOf(t, reply)}
    when={reply.createdAt}
    lang={reply.lang}
    state={reply.demonstration ? { label: t('discussion.demonstration') } : undefined}
    actions={
      mayTakeBack(viewer, reply) && (
        <PostButton action={replyWithdrawalPath(reply.id)} tone="quiet" small>
          {t('discussion.take-back')}
        </PostButton>
      )
    }
  >
    {reply.withdrawn ? (
      <p>{t('discussion.taken-back')}</p>
    ) : (
      <Prose html={renderMarkdown(reply.text)} lang={reply.lang} />
    )}
  </Reply>
)

export interface ReplyFormProps {
  readonly t: Translate
  readonly contributionId: number
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

export const ReplyForm = ({ t, contributionId, typed = {}, issues = [] }: ReplyFormProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={repliesPath(contributionId)} label={t('discussion.your-reply')}>
      <RichTextArea
        t={t}
        name="text"
        label={t('discussion.your-reply')}
        hint={t('discussion.hint')}
        value={typed['text']}
        issues={issues}
        rows={4}
        maxlength={20_000}
        required
      />
      <SelectField
        t={t}
        name="lang"
        label={t('discussion.lang')}
        value={typed['lang'] ?? t.lang}
        issues={issues}
        options={languages.map((code) => ({ value: code, label: languageName(t.lang, code) }))}
      />
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t('discussion.send')}
        </Button>
      </ButtonRow>
    </Form>
  </>
)

const Answering = ({ t, viewer, contribution }: DiscussionProps) => {
  if (mayReply(viewer, contribution)) return <ReplyForm t={t} contributionId={contribution.id} />
  if (viewer.person !== undefined) return null
  return <ButtonLink href="/sign-in">{t('discussion.sign-in')}</ButtonLink>
}

export const Discussion = (props: DiscussionProps) => {
  const { t, viewer, contribution, replies } = props
  if (contribution.state === 'draft') return null
  return (
    <Section title={t('discussion.title', { count: replies.length })} id="replies">
      {replies.length === 0 ? (
        <EmptyState title={t('discussion.none')} icon="messages-square" />
      ) : (
        <Replies replies={replies.map((reply) => <OneReply t={t} viewer={viewer} reply={reply} />)} />
      )}
      <Answering {...props} />
    </Section>
  )
}
