// What a person can be asked about, and in which languages.
import { languageChoices } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { conceptLabel, topConcepts } from '#thesaurus/vocabulary.ts'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { ConsentField, type ProfileFields } from './consent-field.tsx'

const listOf = (value: Typed[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

export const ExchangeFields = (props: ProfileFields & { readonly languages: readonly string[] }) => {
  const { t, typed, issues, languages } = props
  const concepts = [...new Set([...topConcepts(), ...listOf(typed.concepts)])]
  return (
    <FieldSet legend={t('people.form-exchange')}>
      <TextArea
        t={t}
        name="askMeAbout"
        label={t('people.ask-me-about')}
        hint={t('people.ask-me-about-hint')}
        value={typed.askMeAbout}
        issues={issues}
        rows={3}
      />
      <ConsentField {...props} field="askMeAbout" />
      <CheckList
        t={t}
        name="concepts[]"
        label={t('people.concepts')}
        values={listOf(typed.concepts)}
        issues={issues}
        columns
        choices={concepts.map((value) => ({ value, label: conceptLabel(value, t.lang) }))}
      />
      <ConsentField {...props} field="concepts" />
      <CheckList
        t={t}
        name="languages[]"
        label={t('people.languages')}
        values={listOf(typed.languages)}
        issues={issues}
        columns
        choices={languageChoices(t.lang, languages)}
      />
      <ConsentField {...props} field="languages" />
    </FieldSet>
  )
}
