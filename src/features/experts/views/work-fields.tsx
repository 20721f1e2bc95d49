// What an institution works on, in which languages.
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { conceptLabel, topConcepts } from '#thesaurus/vocabulary.ts'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'

export interface FieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

/** The general topics, and those that an entry has besides: what is not shown would be taken away. */
const topicsFor = (typed: Typed): string[] => [...new Set([...topConcepts(), ...[typed['concepts'] ?? []].flat()])]

const Choices = ({ t, typed, issues }: FieldsProps) => (
  <>
    <CheckList
      t={t}
      name="concepts[]"
      label={t('experts.field-concepts')}
      values={typed['concepts']}
      issues={issues}
      columns
      required
      choices={topicsFor(typed).map((value) => ({ value, label: conceptLabel(value, t.lang) }))}
    />
    <CheckList
      t={t}
      name="languages[]"
      label={t('experts.field-languages')}
      values={typed['languages']}
      issues={issues}
      columns
      choices={languageChoices(t.lang, textLanguages)}
    />
  </>
)

export const Work = ({ t, typed, issues }: FieldsProps) => (
  <>
    <TextArea
      t={t}
      name="about"
      label={t('experts.field-about')}
      value={typed['about']}
      issues={issues}
      rows={4}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('experts.field-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
    <Choices {...{ t, typed, issues }} />
  </>
)
