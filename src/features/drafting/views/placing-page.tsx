// What was found in the file, section by section, with the part each is proposed for.
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { editPracticePath, type Practice, practicePath } from '../../practices/public.ts'
import { discardPath, placingPath } from '../paths.ts'
import type { WaitingSection } from '../section.ts'
import { FoundSection } from './found-section.tsx'

export interface PlacingProps {
  readonly t: Translate
  readonly practice: Practice
  readonly sections: readonly WaitingSection[]
  /** Slugs that the text suggests. */
  readonly concepts: readonly string[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const languageOptions = (t: Translate, own: string) =>
  [...new Set([...languages, own])].map((code) => ({ value: code, label: languageName(t.lang, code) }))

const Beginning = ({ t, practice, typed, issues }: PlacingProps) => (
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
      options={languageOptions(t, practice.lang)}
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

const Concepts = ({ t, concepts, typed, issues }: PlacingProps) =>
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

const Found = ({ t, practice, sections, typed, issues }: PlacingProps) => (
  <ol class="found-sections" id="sections" aria-label={t('drafting.sections')}>
    {sections.map((section, index) => (
      <FoundSection t={t} section={section} number={index + 1} lang={practice.lang} typed={typed} issues={issues} />
    ))}
  </ol>
)

const PlacingForm = (props: PlacingProps) => {
  const { t, practice } = props
  return (
    <Form t={t} action={placingPath(practice.id)} label={t('drafting.placing')}>
      <Beginning {...props} />
      <Found {...props} />
      <Concepts {...props} />
      <ButtonRow>
        <Button tone="primary" icon="check">
          {t('drafting.take-over')}
        </Button>
        <ButtonLink href={practicePath(practice.id, practice.title)}>{t('drafting.later')}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}

const NothingWaits = ({ t, practice }: PlacingProps) => (
  <EmptyState
    title={t('drafting.nothing')}
    text={t('drafting.nothing-text')}
    icon="file-text"
    action={<ButtonLink href={editPracticePath(practice.id)}>{t('practices.edit')}</ButtonLink>}
  />
)

export const PlacingPage = (props: PlacingProps) => {
  const { t, practice, sections, issues } = props
  const placed = sections.filter(({ proposed }) => proposed !== undefined).length
  const lead = sections.length === 0 ? undefined : t('drafting.placing-lead', { count: sections.length, placed })
  return (
    <>
      <PageTitle t={t} title={t('drafting.placing')} kind={practice.title} lead={lead} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        {sections.length === 0 ? <NothingWaits {...props} /> : <PlacingForm {...props} />}
        {sections.length > 0 && (
          <ConfirmStep
            label={t('drafting.discard')}
            question={t('drafting.discard-question')}
            action={discardPath(practice.id)}
            confirm={t('drafting.discard-confirm')}
          />
        )}
      </PageBody>
    </>
  )
}
