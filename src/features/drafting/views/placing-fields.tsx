// What the draft is called, in which language and since when, as recognised; and the concepts that its text suggests.
import { languageChoices, languages } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { PlacingProps } from './placing-page.tsx'

export const BeginningFields = ({ t, practice, typed, issues }: PlacingProps) => (
  <>
    <TextField
      t={t}
      name="title"
      label={t('practices.field-title')}
      value={typed['title']}
      issues={issues}
      maxlength={200}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('practices.field-lang')}
      hint={t('drafting.hint-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, [...new Set([...languages, practice.lang])])}
      required
    />
    <TextField
      t={t}
      name="yearStart"
      label={t('practices.field-year-start')}
      value={typed['yearStart']}
      issues={issues}
      width="short"
      inputmode="numeric"
    />
  </>
)

export const ConceptFields = ({ t, concepts, typed, issues }: PlacingProps) =>
  concepts.length === 0 ? null : (
    <CheckList
      t={t}
      name="concepts[]"
      id="concepts"
      label={t('drafting.concepts')}
      hint={t('drafting.hint-concepts')}
      values={typed['concepts']}
      issues={issues}
      choices={concepts.map((slug) => ({ value: slug, label: conceptLabel(slug, t.lang) }))}
      columns
    />
  )
