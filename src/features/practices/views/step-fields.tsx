// The fields of each step.
import type { Audience } from '#kernel/audience.ts'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { TellingStep } from '../telling.ts'
import { AudienceFields } from './audience-fields.tsx'
import { BeginningFields } from './beginning-fields.tsx'
import { ConceptFields } from './concept-fields.tsx'
import type { FormFields } from './form-fields.ts'
import { LessonsFields, ProblemFields, ResponseFields, ResultsFields } from './sara-fields.tsx'

export interface StepFieldsProps extends FormFields {
  readonly step: TellingStep
  /** Undefined where somebody else decides who sees it: for co-authors. */
  readonly audiences: readonly Audience[] | undefined
  /** Concepts that the text itself suggests. */
  readonly proposed: readonly string[]
}

const SourcesField = ({ t, typed, issues }: FormFields) => (
  <TextArea
    t={t}
    name="sources"
    label={t('practices.sources')}
    hint={t('practices.hint-sources')}
    value={typed['sources']}
    issues={issues}
    rows={3}
  />
)

export const StepFields = ({ step, audiences, proposed, ...fields }: StepFieldsProps) => {
  if (step === 'beginning') return <BeginningFields {...fields} />
  if (step === 'problem') return <ProblemFields {...fields} />
  if (step === 'response') return <ResponseFields {...fields} />
  if (step === 'results') return <ResultsFields {...fields} />
  if (step === 'lessons')
    return (
      <>
        <LessonsFields {...fields} />
        <SourcesField {...fields} />
      </>
    )
  return (
    <>
      <ConceptFields {...fields} proposed={proposed} />
      {audiences && <AudienceFields {...fields} audiences={audiences} />}
    </>
  )
}
