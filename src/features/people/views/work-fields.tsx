// Name and work of a person.
import { languageChoices } from '#kernel/locale.ts'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { ConsentField, type ProfileFields } from './consent-field.tsx'

const FunctionFields = ({ t, typed, issues }: ProfileFields) => (
  <>
    <TextField
      t={t}
      name="functionTitle"
      label={t('people.function')}
      value={typed.functionTitle}
      issues={issues}
      maxlength={120}
    />
    <TextField
      t={t}
      name="functionEn"
      label={t('people.function-en')}
      value={typed.functionEn}
      issues={issues}
      maxlength={120}
      lang="en"
    />
  </>
)

export const WorkFields = (props: ProfileFields & { readonly languages: readonly string[] }) => {
  const { t, languages } = props
  return (
    <FieldSet legend={t('people.form-work')}>
      <TextField
        t={t}
        name="name"
        label={t('people.name')}
        value={props.typed.name}
        issues={props.issues}
        required
        autocomplete="name"
      />
      <SelectField
        t={t}
        name="textLang"
        label={t('people.text-lang')}
        value={props.typed.textLang}
        issues={props.issues}
        required
        options={languageChoices(t.lang, languages)}
      />
      <FunctionFields {...props} />
      <ConsentField {...props} field="function" />
    </FieldSet>
  )
}
