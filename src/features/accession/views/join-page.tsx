// For everybody: what membership gives, what it costs, how one becomes a member, and the enquiry.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { Steps } from '#ui/steps/steps.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { memberKinds, pathSteps } from '../accession.ts'
import type { Cost } from '../cost.ts'
import { joinPath } from '../paths.ts'
import { CostPart } from './cost-part.tsx'
import { EnquiryForm, type EnquiryFormProps } from './enquiry-form.tsx'

export interface JoinPageProps extends EnquiryFormProps {
  readonly network: string
  readonly calculator: {
    readonly typed: Typed
    readonly issues: readonly Issue[]
    readonly cost: Cost | undefined
    /** Undefined: nothing was asked yet. */
    readonly asked: number | undefined
  }
}

const gains = ['find', 'ask', 'warned', 'partners', 'voice', 'protected'] as const

const Gains = ({ t }: { t: Translate }) => (
  <Section title={t('accession.gains')}>
    <Prose>
      <ul>
        {gains.map((gain) => (
          <li>{t(`accession.gain-${gain}`)}</li>
        ))}
      </ul>
    </Prose>
  </Section>
)

const Calculator = ({ t, calculator: { typed, issues, cost, asked } }: JoinPageProps) => {
  const kinds = memberKinds.map((value) => ({ value, label: t(`accession.kind-${value}`) }))
  return (
    <Section title={t('accession.costs')} id="costs">
      <p>{t('accession.costs-lead')}</p>
      <Form t={t} action={`${joinPath}#costs`} method="get" label={t('accession.costs')}>
        <TextField
          t={t}
          name="inhabitants"
          label={t('accession.ask-population')}
          value={typed['inhabitants']}
          issues={issues}
          inputmode="numeric"
          width="short"
          required
        />
        <SelectField
          t={t}
          name="of"
          label={t('accession.field-kind')}
          value={typed['of'] ?? 'municipality'}
          options={kinds}
          required
        />
        <Button>{t('accession.calculate')}</Button>
      </Form>
      {asked !== undefined && <CostPart t={t} cost={cost} />}
    </Section>
  )
}

const Path = ({ t }: { t: Translate }) => (
  <Section title={t('accession.path')}>
    <Steps
      t={t}
      label={t('accession.path')}
      steps={pathSteps.map((step, index) => ({
        label: t(`accession.step-${step}`),
        note: t(`accession.about-${step}`),
        state: index === 0 ? 'current' : 'ahead',
      }))}
    />
    <p>{t('accession.conditions-lead')}</p>
    <Prose>
      <ul>
        <li>{t('accession.condition-coalition')}</li>
        <li>{t('accession.condition-coordinator')}</li>
      </ul>
    </Prose>
  </Section>
)

export const JoinPage = (props: JoinPageProps) => {
  const { t, network, calculator, issues, typed } = props
  const population = typed['population'] ?? (calculator.asked === undefined ? '' : String(calculator.asked))
  return (
    <>
      <ErrorSummary t={t} issues={[...calculator.issues, ...issues]} />
      <PageTitle t={t} title={t('accession.join-title', { network })} lead={t('accession.join-lead')} />
      <PageBody>
        <Gains t={t} />
        <Calculator {...props} />
        <Path t={t} />
        <Section title={t('accession.enquire')} id="enquiry">
          <EnquiryForm t={t} registered={props.registered} issues={issues} typed={{ ...typed, population }} />
        </Section>
      </PageBody>
    </>
  )
}
