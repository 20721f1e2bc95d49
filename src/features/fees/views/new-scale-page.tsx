// Beginning a scale: for which year, and from which older one.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { feesPath } from '../paths.ts'
import type { Scale } from '../scale.ts'

export interface NewScalePageProps {
  readonly t: Translate
  /** Of the same issuer. */
  readonly scales: readonly Scale[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const scaleName = (t: Translate, { year, version, state }: Pick<Scale, 'year' | 'version' | 'state'>): string =>
  t('fees.scale-named', { year: String(year), version, state })

const Source = ({ t, scales, typed, issues }: NewScalePageProps) => (
  <>
    <SelectField
      t={t}
      name="from"
      label={t('fees.new-from')}
      hint={t('fees.new-from-hint')}
      empty={t('fees.new-from-nothing')}
      options={scales.map((scale) => ({ value: String(scale.id), label: scaleName(t, scale) }))}
      value={typed['from']}
      issues={issues}
    />
    <TextField
      t={t}
      name="percent"
      label={t('fees.new-percent')}
      hint={t('fees.new-percent-hint')}
      value={typed['percent']}
      issues={issues}
      inputmode="decimal"
      width="short"
      autocomplete="off"
    />
    <CheckField t={t} name="whole" label={t('fees.new-whole')} checked={typed['whole'] === 'yes'} issues={issues} />
  </>
)

export const NewScalePage = (props: NewScalePageProps) => {
  const { t, scales, typed, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('fees.new')} lead={t('fees.new-lead')} />
      <PageBody>
        <Form t={t} action={feesPath}>
          <TextField
            t={t}
            name="year"
            label={t('fees.new-year')}
            value={typed['year']}
            issues={issues}
            inputmode="numeric"
            width="short"
            autocomplete="off"
            required
          />
          {scales.length > 0 && <Source {...props} />}
          <ButtonRow>
            <Button tone="primary">{t('fees.new-begin')}</Button>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
