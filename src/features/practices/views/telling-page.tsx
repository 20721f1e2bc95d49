// One step of telling a practice: its few fields, kept while typed; aside all steps with what they still miss.
import type { Child } from 'hono/jsx'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { changePracticePath, editPracticePath, keptPath, practicePath, practicesPath } from '../paths.ts'
import type { Practice } from '../practice.ts'
import type { Kept } from '../store-kept.ts'
import { stepBefore, type TellingStep, tellingSteps } from '../telling.ts'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'
import { TellingSteps } from './telling-steps.tsx'

export interface TellingPageProps extends StepFieldsProps {
  readonly step: TellingStep
  /** Undefined: not saved yet. */
  readonly practice: Practice | undefined
  /** What was typed before and never saved, by step. */
  readonly kept: readonly Kept[]
  /** What somebody else saved meanwhile, against what was typed. */
  readonly meanwhile: Child | undefined
  /** Typed fields of other steps, from a form that held them all. */
  readonly carried: Readonly<Record<string, string>>
  /** Other ways to begin, while nothing is saved. */
  readonly instead: Child[]
}

interface HereProps {
  readonly t: Translate
  readonly of: string
  readonly step: TellingStep
}

/** Before anything else: this is not what others see. */
const KeptNotice = ({ t, at, of, step }: HereProps & { readonly at: Date }) => (
  <Notice tone="info" title={t('practices.kept-title', { when: formatMoment(t.lang, at) })}>
    <p>{t('practices.kept-text')}</p>
    <Form t={t} action={`${keptPath}/removal`} hidden={{ of, step }} label={t('practices.kept-discard')}>
      <Button small>{t('practices.kept-discard')}</Button>
    </Form>
  </Notice>
)

/** What stands above the fields: what is wrong, an older text of one's own, somebody else's newer one. */
const Above = ({ t, issues, kept, meanwhile, of, step }: HereProps & Omit<TellingPageProps, 'step'>) => {
  const here = kept.find((one) => one.step === step)
  return (
    <>
      <ErrorSummary t={t} issues={issues ?? []} />
      {here && <KeptNotice t={t} at={here.at} of={of} step={step} />}
      {meanwhile && (
        <Notice tone="warning" title={t('practices.meanwhile')}>
          {meanwhile}
        </Notice>
      )}
    </>
  )
}

const Onward = ({ t, step, practice }: Pick<TellingPageProps, 't' | 'step' | 'practice'>) => {
  const before = stepBefore(step)
  return (
    <ButtonRow>
      <Button tone="primary" name="onward" value="next" icon="arrow-right">
        {t('practices.save-and-on')}
      </Button>
      <Button name="onward" value="page">
        {t('practices.save')}
      </Button>
      {practice && before && (
        <ButtonLink tone="quiet" href={editPracticePath(practice.id, before)}>
          {t('practices.step-back')}
        </ButtonLink>
      )}
      <ButtonLink tone="quiet" href={practice ? practicePath(practice.id, practice.title) : practicesPath}>
        {t('practices.cancel')}
      </ButtonLink>
    </ButtonRow>
  )
}

const StepForm = ({ of, ...props }: TellingPageProps & { readonly of: string }) => {
  const { t, step, practice, typed, carried } = props
  return (
    <Form
      t={t}
      action={practice ? changePracticePath(practice.id) : practicesPath}
      hidden={{ revision: String(typed['revision'] ?? 0), of, step, ...carried }}
      label={t(`practices.step-${step}`)}
      autosave={{ action: keptPath, said: t('practices.kept-now') }}
    >
      <StepFields {...props} />
      <Onward t={t} step={step} practice={practice} />
    </Form>
  )
}

export const TellingPage = (props: TellingPageProps) => {
  const { t, step, practice, kept } = props
  const of = practice === undefined ? '' : String(practice.id)
  const place = { number: tellingSteps.indexOf(step) + 1, count: tellingSteps.length + 1 }
  return (
    <>
      <PageTitle
        t={t}
        title={t(`practices.step-${step}`)}
        kind={t('practices.step-of', place)}
        lead={t(`practices.lead-${step}`)}
        action={props.instead.length > 0 ? props.instead : undefined}
      />
      <PageBody aside={<TellingSteps t={t} practice={practice} current={step} kept={kept} />}>
        <Above {...props} of={of} />
        <StepForm {...props} of={of} />
      </PageBody>
    </>
  )
}
