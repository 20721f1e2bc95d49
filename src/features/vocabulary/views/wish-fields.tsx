// The fields in which words for the thesaurus are written, by whoever proposes them and by the office that accepts them.
import { languageChoices, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { labelLanguages } from '../labels.ts'
import type { Wish } from '../proposal.ts'

interface Fields {
  readonly t: Translate
  readonly adds: Wish['adds']
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const ConceptField = ({ t, adds, typed, issues }: Fields) => (
  <TextField
    t={t}
    name="concept"
    label={t(`vocabulary.field-${adds}-at`)}
    hint={t('vocabulary.hint-concept')}
    value={typed['concept']}
    issues={issues}
    maxlength={200}
    required
  />
)

export const WordFields = ({ t, typed, issues }: Fields) => (
  <>
    <TextField
      t={t}
      name="label"
      label={t('vocabulary.field-label')}
      hint={t('vocabulary.hint-label')}
      value={typed['label']}
      issues={issues}
      maxlength={80}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('vocabulary.field-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, labelLanguages)}
      required
    />
  </>
)

export const NewConceptFields = ({ t, typed, issues, final }: Fields & { readonly final?: boolean }) => (
  <>
    <TextField
      t={t}
      name="english"
      label={t('vocabulary.field-english')}
      hint={t(final ? 'vocabulary.hint-english-final' : 'vocabulary.hint-english')}
      value={typed['english']}
      issues={issues}
      maxlength={80}
      lang="en"
      {...(final ? { needed: t('vocabulary.needed-english') } : {})}
    />
    <TextArea
      t={t}
      name="meaning"
      label={t(final ? 'vocabulary.field-note' : 'vocabulary.field-meaning')}
      hint={t(final ? 'vocabulary.hint-note' : 'vocabulary.hint-meaning')}
      value={typed['meaning']}
      issues={issues}
      rows={2}
      maxlength={500}
      required
    />
  </>
)
