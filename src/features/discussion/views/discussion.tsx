// Replies below a contribution, and the field for one's own.
import type { Child } from 'hono/jsx'
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { DiscussionWords } from '#platform/feature.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { HiddenNote } from '#trunk/hiding.ts'
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
import { HiddenReply } from './hidden-note.tsx'
import { OneReply, type OneReplyProps } from './one-reply.tsx'

export interface DiscussionProps extends Omit<OneReplyProps, 'reply' | 'note'> {
  readonly words: DiscussionWords
  readonly contribution: Contribution
  readonly replies: readonly ReplyRow[]
  /** What stands in the place of replies that were hidden. */
  readonly notes: readonly HiddenNote[]
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

/** In the order in which they were written; of what is hidden the note alone, but for those who go on reading it. */
const entriesOf = ({ t, viewer, replies, notes, besideReply }: DiscussionProps): Child[] => {
  const noteOf = (reply: ReplyRow) => notes.find(({ replyId }) => replyId === reply.id)
  const read = new Set<number | null>(replies.map(({ id }) => id))
  const shown = replies.map((reply) => ({
    at: reply.createdAt,
    child: <OneReply t={t} viewer={viewer} reply={reply} note={noteOf(reply)} besideReply={besideReply} />,
  }))
  const hidden = notes
    .filter(({ replyId }) => replyId !== null && !read.has(replyId))
    .map((note) => ({ at: note.writtenAt, child: <HiddenReply t={t} note={note} /> }))
  return [...shown, ...hidden].sort((one, other) => one.at.getTime() - other.at.getTime()).map(({ child }) => child)
}

export const Discussion = (props: DiscussionProps) => {
  const { t, words, contribution, replies } = props
  const entries = entriesOf(props)
  if (contribution.state === 'draft') return null
  return (
    <Section title={t(words.title, { count: replies.length })} id="replies">
      {entries.length === 0 ? (
        <EmptyState title={t(words.none)} icon="messages-square" />
      ) : (
        <Replies replies={entries} />
      )}
      <Answering {...props} />
    </Section>
  )
}
