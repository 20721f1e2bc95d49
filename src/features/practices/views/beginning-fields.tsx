// Title, summary and the language it is told in: what everybody reads first.
import { languageChoices, textLanguages } from '#kernel/locale.ts'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { FormFields } from './form-fields.ts'

export const BeginningFields = ({ t, typed, issues }: FormFields) => (
  <>
    <TextField
      t={t}
      name="title"
      label={t('practices.field-title')}
      hint={t('practices.hint-title')}
      value={typed['title']}
      issues={issues}
      maxlength={200}
      required
    />
    <TextArea
      t={t}
      name="summary"
      needed={t('practices.needed')}
      label={t('practices.field-summary')}
      hint={t('practices.hint-summary')}
      value={typed['summary']}
      issues={issues}
      rows={3}
      maxlength={400}
    />
    <SelectField
      t={t}
      name="lang"
      label={t('practices.field-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
  </>
)
