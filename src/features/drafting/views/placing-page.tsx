// What was found in the file, section by section, with the part each is proposed for.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { editPracticePath, type Practice, practicePath } from '../../practices/public.ts'
import { discardPath, placingPath } from '../paths.ts'
import type { WaitingSection } from '../section.ts'
import { FoundSection } from './found-section.tsx'
import { BeginningFields, ConceptFields } from './placing-fields.tsx'

export interface PlacingProps {
  readonly t: Translate
  readonly practice: Practice
  readonly sections: readonly WaitingSection[]
  /** Slugs that the text suggests. */
  readonly concepts: readonly string[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

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
    <Form
      t={t}
      action={placingPath(practice.id)}
      hidden={{ revision: practice.revision }}
      label={t('drafting.placing')}
    >
      <BeginningFields {...props} />
      <Found {...props} />
      <ConceptFields {...props} />
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
      <PageTitle t={t} title={t('drafting.placing')} lead={lead} />
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
