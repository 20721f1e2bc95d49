// The field for one's own reply: what it quotes, its words, their language, files.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { DiscussionWords } from '#platform/feature.ts'
import type { Reply } from '#trunk/replies.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { keptReplyPath, repliesPath } from '../paths.ts'
import { wholePart } from '../quoting.ts'
import { LanguageField, WordsField } from './words-field.tsx'

export interface ReplyFormProps {
  readonly t: Translate
  readonly words: DiscussionWords
  readonly contributionId: number
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
  /** The reply whose words are quoted. */
  readonly quoting?: Reply | undefined
  /** Makes one reply of a double click. */
  readonly once: string
  /** Bytes that one file may have; undefined where none can be brought. */
  readonly largest: number | undefined
}

/** Also there while nothing is quoted: script fills it. What is quoted is sent as words, and compared with the reply. */
const Quoting = ({ t, quoting, typed }: Pick<ReplyFormProps, 't' | 'quoting'> & { typed: Typed }) => {
  const part = quoting && (String(typed['part'] ?? '') || wholePart(quoting.text))
  const by = quoting && [quoting.authorName, quoting.organisationName].filter(Boolean).join(', ')
  return (
    <div class="reply-quoting" data-quoting hidden={quoting === undefined}>
      <figure class="quote">
        <blockquote data-quoted-part>{part}</blockquote>
        <figcaption data-quoted-by>{by}</figcaption>
      </figure>
      <input type="hidden" name="quote" value={quoting?.id ?? ''} />
      <input type="hidden" name="part" value={part ?? ''} />
      <button class="button button-quiet button-small" type="submit" name="unquote" value="yes" data-unquote>
        {t('discussion.unquote')}
      </button>
    </div>
  )
}

export const ReplyForm = (props: ReplyFormProps) => {
  const { t, words, contributionId, typed = {}, issues = [], once, largest } = props
  const autosave = { action: keptReplyPath(contributionId), said: t('discussion.kept-now') }
  return (
    <div class="reply-form" id="answer">
      <ErrorSummary t={t} issues={issues} />
      <Form
        t={t}
        action={repliesPath(contributionId)}
        label={t(words.field)}
        hidden={{ once }}
        autosave={autosave}
        multipart
      >
        <Quoting {...props} typed={typed} />
        <WordsField {...{ t, contributionId, typed, issues }} label={t(words.field)} />
        <LanguageField {...{ t, typed, issues }} />
        {largest !== undefined && (
          <FileField
            t={t}
            id="reply-files"
            name="files"
            label={t('discussion.reply-files')}
            hint={t('discussion.attach-hint')}
            issues={issues}
            maximumBytes={largest}
            multiple
          />
        )}
        <ButtonRow>
          <Button tone="primary" icon="send">
            {t('discussion.send')}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}
