// The fields of a question: the one that everybody fills in, and those that are proposed from it.
import type { Audience } from '#kernel/audience.ts'
import { languageName, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { FieldSet } from '#ui/form/form.tsx'
import { Stack } from '#ui/page/page.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { AudienceFields, ConceptFields } from '../../practices/public.tsx'
import { longestText } from '../inputs.ts'

export interface QuestionFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly audiences: readonly Audience[]
  /** Slugs that the text itself suggests. */
  readonly proposed: readonly string[]
}

type QuestionTextProps = Pick<QuestionFieldsProps, 't' | 'typed' | 'issues'>

export const QuestionText = ({ t, typed, issues }: QuestionTextProps) => (
  <RichTextArea
    t={t}
    name="text"
    label={t('questions.field-text')}
    hint={t('questions.hint-text')}
    value={typed['text']}
    issues={issues}
    rows={5}
    maxlength={longestText}
    required
  />
)

const valuesOf = (value: Typed[string] | undefined): readonly string[] => [value ?? []].flat()

/** What stands inside is said on the outside, so that nobody has to open it to agree. */
const Summary = ({ t, typed }: Pick<QuestionFieldsProps, 't' | 'typed'>) => {
  const topics = valuesOf(typed['concepts']).map((slug) => conceptLabel(slug, t.lang))
  const values = { language: languageName(t.lang, String(typed['lang'] ?? t.lang)), count: topics.length }
  return <summary>{t('questions.more', { ...values, topics: topics.join(', ') })}</summary>
}

const LanguageAndTopics = ({ t, typed, issues, proposed }: QuestionFieldsProps) => (
  <details class="question-more" open={issues.some(({ field }) => field === 'lang' || field === 'concepts')}>
    <Summary t={t} typed={typed} />
    <Stack>
      <SelectField
        t={t}
        name="lang"
        label={t('questions.field-lang')}
        value={typed['lang']}
        issues={issues}
        options={textLanguages.map((code) => ({ value: code, label: languageName(t.lang, code) }))}
        required
      />
      <ConceptFields t={t} typed={typed} issues={issues} proposed={proposed} />
    </Stack>
  </details>
)

const TitleField = ({ t, typed, issues, hint }: QuestionTextProps & { readonly hint?: string }) => (
  <TextField
    t={t}
    name="title"
    label={t('questions.field-title')}
    hint={hint}
    value={typed['title']}
    issues={issues}
    maxlength={200}
    required
  />
)

/** Title, language, topics, readers: proposed at first. */
export const MoreFields = (props: QuestionFieldsProps & { readonly legend: string; readonly hint?: string }) => {
  const { t, typed, issues, audiences, legend } = props
  return (
    <>
      <FieldSet legend={legend}>
        <TitleField {...props} />
        <LanguageAndTopics {...props} />
      </FieldSet>
      <AudienceFields t={t} typed={typed} issues={issues} audiences={audiences} />
    </>
  )
}
