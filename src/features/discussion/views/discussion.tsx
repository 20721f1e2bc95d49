// Replies below a contribution, and the field for one's own.
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { DiscussionWords } from '#platform/feature.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { Reply as ReplyRow } from '#trunk/replies.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { Replies } from '#ui/reply/reply.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { repliesPath } from '../paths.ts'
import { mayReply } from '../permissions.ts'
import { OneReply, type OneReplyProps } from './one-reply.tsx'

export interface DiscussionProps extends Omit<OneReplyProps, 'reply'> {
  readonly words: DiscussionWords
  readonly contribution: Contribution
  readonly replies: readonly ReplyRow[]
}

export interface ReplyFormProps {
  readonly t: Translate
  readonly words: DiscussionWords
  readonly contributionId: number
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

export const ReplyForm = ({ t, words, contributionId, typed = {}, issues = [] }: ReplyFormProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={repliesPath(contributionId)} label={t(words.field)}>
      <RichTextArea
        t={t}
        name="text"
        label={t(words.field)}
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

const Answering = ({ t, words, viewer, contribution }: DiscussionProps) => {
  if (mayReply(viewer, contribution)) return <ReplyForm t={t} words={words} contributionId={contribution.id} />
  if (viewer.person !== undefined) return null
  return <ButtonLink href="/sign-in">{t(words.signIn)}</ButtonLink>
}

export const Discussion = (props: DiscussionProps) => {
  const { t, words, viewer, contribution, replies, besideReply } = props
  if (contribution.state === 'draft') return null
  return (
    <Section title={t(words.title, { count: replies.length })} id="replies">
      {replies.length === 0 ? (
        <EmptyState title={t(words.none)} icon="messages-square" />
      ) : (
        <Replies
          replies={replies.map((reply) => <OneReply t={t} viewer={viewer} reply={reply} besideReply={besideReply} />)}
        />
      )}
      <Answering {...props} />
    </Section>
  )
}
