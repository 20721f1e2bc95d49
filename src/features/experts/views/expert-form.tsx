// The form in which somebody enters an institution and vouches for it.
import { countryChoices } from '#kernel/countries.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { expertsPath } from '../paths.ts'
import { PersonFields } from './person-fields.tsx'
import { Work } from './work-fields.tsx'

export interface ExpertFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with the form, so that a double click enters once. */
  readonly mark: string
}

const InstitutionFields = (props: ExpertFormProps) => {
  const { t, typed, issues } = props
  return (
    <FieldSet legend={t('experts.institution')}>
      <TextField
        t={t}
        name="institution"
        label={t('experts.field-institution')}
        value={typed['institution']}
        issues={issues}
        maxlength={160}
        required
      />
      <SelectField
        t={t}
        name="country"
        label={t('experts.field-country')}
        value={typed['country']}
        issues={issues}
        empty={t('experts.choose')}
        options={countryChoices(t.lang)}
        required
      />
      <TextField
        t={t}
        name="link"
        type="url"
        label={t('experts.field-link')}
        value={typed['link']}
        issues={issues}
        maxlength={300}
      />
      <Work {...props} />
    </FieldSet>
  )
}

export const ExpertForm = (props: ExpertFormProps) => {
  const { t, typed, issues, mark } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('experts.write')} lead={t('experts.write-lead')} />
      <PageBody>
        <Form t={t} action={expertsPath} hidden={{ once: mark }} label={t('experts.write')}>
          <InstitutionFields {...props} />
          <PersonFields {...props} />
          <CheckField
            t={t}
            name="vouch"
            label={t('experts.field-vouch')}
            checked={typed['vouch'] === 'yes'}
            issues={issues}
            required
          />
          <ButtonRow>
            <Button tone="primary">{t('experts.save')}</Button>
            <ButtonLink href={expertsPath} tone="quiet">
              {t('experts.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
