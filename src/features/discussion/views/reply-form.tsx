// The field for one's own reply: what it quotes, its words, their language, files.
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { DiscussionWords } from '#platform/feature.ts'
import { largestFile } from '#platform/files/uploads.ts'
import type { Reply } from '#trunk/replies.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { keptReplyPath, peoplePath, repliesPath } from '../paths.ts'
import { wholePart } from '../quoting.ts'

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
}

export const LanguageField = ({ t, typed, issues }: { t: Translate; typed: Typed; issues: readonly Issue[] }) => (
  <SelectField
    t={t}
    name="lang"
    label={t('discussion.lang')}
    value={typed['lang'] ?? t.lang}
    issues={issues}
    options={languages.map((code) => ({ value: code, label: languageName(t.lang, code) }))}
  />
)

/** `mentions`: where names to call are proposed from. */
export const WordsField = (props: {
  t: Translate
  label: string
  contributionId: number
  typed: Typed
  issues: readonly Issue[]
}) => {
  const { t, label, contributionId, typed, issues } = props
  return (
    <div class="reply-words" data-mentions={peoplePath(contributionId)} data-mentions-label={t('discussion.call')}>
      <RichTextArea
        t={t}
        name="text"
        label={label}
        hint={`${t('discussion.hint')} ${t('discussion.call-hint')}`}
        value={typed['text']}
        issues={issues}
        rows={4}
        maxlength={20_000}
        required
      />
    </div>
  )
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
  const { t, words, contributionId, typed = {}, issues = [], once } = props
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
        <FileField
          t={t}
          id="reply-files"
          name="files"
          label={t('discussion.reply-files')}
          hint={t('discussion.attach-hint')}
          issues={issues}
          maximumBytes={largestFile}
          multiple
        />
        <ButtonRow>
          <Button tone="primary" icon="send">
            {t('discussion.send')}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}

export interface ChangeReplyProps {
  readonly t: Translate
  readonly action: string
  readonly label: string
  readonly contributionId: number
  readonly hidden: Readonly<Record<string, string | number>>
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  readonly back: string
}

/** The same field, for what stands already: a reply, or the summary above them. */
export const ChangeForm = ({
  t,
  action,
  label,
  contributionId,
  hidden,
  typed,
  issues = [],
  back,
}: ChangeReplyProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={action} label={label} hidden={hidden}>
      <WordsField {...{ t, label, contributionId, typed, issues }} />
      <LanguageField {...{ t, typed, issues }} />
      <ButtonRow>
        <Button tone="primary">{t('discussion.save')}</Button>
        <ButtonLink href={back}>{t('discussion.back')}</ButtonLink>
      </ButtonRow>
    </Form>
  </>
)
