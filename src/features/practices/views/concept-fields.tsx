// The concepts of the thesaurus under which others will find it.
import type { Translate } from '#kernel/locale.ts'
import type { Typed } from '#kernel/outcome.ts'
import { conceptLabel, narrowerOf, topConcepts } from '#thesaurus/vocabulary.ts'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import type { FormFields } from './form-fields.ts'

const chosen = (typed: Typed): readonly string[] => {
  const value = typed['concepts'] ?? []
  return typeof value === 'string' ? [value] : value
}

type ConceptProps = FormFields & { /** What the text itself suggests. */ readonly proposed: readonly string[] }

const choices = (t: Translate, slugs: readonly string[]) =>
  slugs.map((slug) => ({ value: slug, label: conceptLabel(slug, t.lang) }))

const FieldOfAction = ({
  t,
  top,
  values,
  first,
}: Record<'values' | 'first', readonly string[]> & { t: Translate; top: string }) => (
  <details class="concept-group">
    <summary>{conceptLabel(top, t.lang)}</summary>
    <CheckList
      t={t}
      name="concepts[]"
      id={`concepts-${top}`}
      label={conceptLabel(top, t.lang)}
      values={values}
      choices={choices(
        t,
        [top, ...narrowerOf(top)].filter((slug) => !first.includes(slug)),
      )}
      columns
    />
  </details>
)

/** Narrows the groups below while one types. Only script can, and shows it; it has no name, since it is no part of what is saved. */
const ConceptSearch = ({ t }: { readonly t: Translate }) => (
  <div class="field" data-narrow-choices="" data-found={t('practices.concepts-found', { count: '#' })} hidden>
    <label class="field-label" for="concept-search">
      {t('practices.concepts-search')}
    </label>
    <input class="control control-medium" type="search" id="concept-search" autocomplete="off" />
    <p class="field-hint" role="status" />
  </div>
)

/** Proposed and chosen ones first; all others by field of action, folded. */
export const ConceptFields = ({ t, typed, issues, proposed }: ConceptProps) => {
  const values = chosen(typed)
  const first = [...new Set([...values, ...proposed])]
  return (
    <FieldSet legend={t('practices.field-concepts')}>
      {first.length > 0 && (
        <CheckList
          t={t}
          name="concepts[]"
          id="concepts"
          label={t('practices.concepts-near')}
          values={values}
          choices={choices(t, first)}
          issues={issues}
          columns
        />
      )}
      <ConceptSearch t={t} />
      {topConcepts().map((top) => (
        <FieldOfAction t={t} top={top} values={values} first={first} />
      ))}
    </FieldSet>
  )
}
