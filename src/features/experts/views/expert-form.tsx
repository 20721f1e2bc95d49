// The form in which somebody enters an institution and vouches for it.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { expertsPath } from '../paths.ts'
import { InstitutionFields } from './institution-fields.tsx'
import { PersonFields } from './person-fields.tsx'

export interface ExpertFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with the form, so that a double click enters once. */
  readonly mark: string
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
