// The words of a reply or of a summary, and their language.
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { peoplePath } from '../paths.ts'

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
