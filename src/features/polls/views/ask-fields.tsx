// What a poll is about: its one line, why it is asked, in which language.
import { languageName, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { longestText } from '../inputs.ts'

interface AskFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const Title = ({ t, typed, issues }: AskFieldsProps) => (
  <TextField
    t={t}
    name="title"
    label={t('polls.field-title')}
    hint={t('polls.hint-title')}
    value={typed['title']}
    issues={issues}
    maxlength={200}
    required
  />
)

export const Introduction = ({ t, typed, issues }: AskFieldsProps) => (
  <>
    <RichTextArea
      t={t}
      name="text"
      label={t('polls.field-text')}
      hint={t('polls.hint-text')}
      value={typed['text']}
      issues={issues}
      rows={4}
      maxlength={longestText}
    />
    <SelectField
      t={t}
      name="lang"
      label={t('polls.field-lang')}
      value={typed['lang']}
      issues={issues}
      options={textLanguages.map((code) => ({ value: code, label: languageName(t.lang, code) }))}
      required
    />
  </>
)
