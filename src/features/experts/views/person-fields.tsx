// The person who is asked by mail whether they may be named.
import { languageChoices, languages } from '#kernel/locale.ts'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { ExpertFormProps } from './expert-form.tsx'

export const PersonFields = ({ t, typed, issues }: ExpertFormProps) => (
  <FieldSet legend={t('experts.person')}>
    <p>{t('experts.person-lead')}</p>
    <TextField
      t={t}
      name="name"
      label={t('experts.field-name')}
      value={typed['name']}
      issues={issues}
      maxlength={120}
    />
    <TextField
      t={t}
      name="function"
      label={t('experts.field-function')}
      value={typed['function']}
      issues={issues}
      maxlength={120}
    />
    <TextField
      t={t}
      name="email"
      type="email"
      label={t('experts.field-email')}
      value={typed['email']}
      issues={issues}
      maxlength={254}
    />
    <SelectField
      t={t}
      name="mailLang"
      label={t('experts.field-mail-lang')}
      value={typed['mailLang']}
      issues={issues}
      options={languageChoices(t.lang, languages)}
    />
  </FieldSet>
)
