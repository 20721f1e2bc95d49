// One's own profile: every part with the choice of who may see it right below.
import type { Child } from 'hono/jsx'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { ownProfilePath, personPath } from '../paths.ts'
import type { ProfileFields } from './consent-field.tsx'
import { ExchangeFields } from './exchange-fields.tsx'
import { ReachFields } from './reach-fields.tsx'
import { WorkFields } from './work-fields.tsx'

export interface ProfileFormProps extends ProfileFields {
  /** Codes to choose from, in the order of the reader's words. */
  readonly languages: readonly string[]
  readonly email: string
  /** What the profile was when it was shown: see two-windows.ts. */
  readonly shown: string
  readonly slug: string
  /** Forms of their own, below. */
  readonly parts: (Child | undefined)[]
}

export const ProfileForm = (props: ProfileFormProps) => {
  const { t, issues, shown, slug, parts } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('people.own')} lead={t('people.own-lead')} />
      <PageBody>
        <Form t={t} action={ownProfilePath} hidden={{ shown }}>
          <WorkFields {...props} />
          <ExchangeFields {...props} />
          <ReachFields {...props} />
          <ButtonRow>
            <Button tone="primary">{t('people.save')}</Button>
            <ButtonLink href={personPath(slug)} tone="quiet">
              {t('people.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
        {parts}
      </PageBody>
    </>
  )
}
