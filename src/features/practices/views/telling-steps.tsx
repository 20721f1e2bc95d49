// Where one is in telling a practice: which steps are told, what is missing on the others, what is typed and not saved.
import type { Translate } from '#kernel/locale.ts'
import { Section } from '#ui/page/page.tsx'
import { type Step, Steps } from '#ui/steps/steps.tsx'
import { editPracticePath, previewPath } from '../paths.ts'
import type { Practice } from '../practice.ts'
import type { Kept } from '../store-kept.ts'
import { isTold, missingOn, type TellingStep, tellingSteps } from '../telling.ts'

export interface TellingStepsProps {
  readonly t: Translate
  /** Undefined: not saved yet. */
  readonly practice: Practice | undefined
  readonly current: TellingStep | 'preview'
  readonly kept: readonly Kept[]
}

const words = (t: Translate, list: readonly string[]): string =>
  new Intl.ListFormat(t.lang, { type: 'conjunction' }).format(list)

function noteOf({ t, practice, kept }: TellingStepsProps, step: TellingStep): string | undefined {
  if (kept.some((one) => one.step === step)) return t('practices.step-unsaved')
  if (practice === undefined) return undefined
  const missing = missingOn(step, practice).map((need) => t(`practices.need-${need}`))
  if (missing.length > 0) return t('practices.step-missing', { what: words(t, missing) })
  return step === 'lessons' && !isTold(step, { ...practice }) ? t('practices.step-optional') : undefined
}

const stateOf = ({ practice, current }: TellingStepsProps, step: TellingStep): Step['state'] => {
  if (step === current) return 'current'
  return practice !== undefined && isTold(step, { ...practice }) ? 'done' : 'ahead'
}

export const TellingSteps = (props: TellingStepsProps) => {
  const { t, practice, current } = props
  const steps: Step[] = tellingSteps.map((step) => ({
    label: t(`practices.step-${step}`),
    state: stateOf(props, step),
    href: practice && step !== current ? editPracticePath(practice.id, step) : undefined,
    note: noteOf(props, step),
  }))
  const preview: Step = {
    label: t('practices.step-preview'),
    state: current === 'preview' ? 'current' : 'ahead',
    href: practice && current !== 'preview' ? previewPath(practice.id) : undefined,
  }
  return (
    <Section title={t('practices.steps')}>
      <Steps t={t} label={t('practices.steps')} steps={[...steps, preview]} />
    </Section>
  )
}
