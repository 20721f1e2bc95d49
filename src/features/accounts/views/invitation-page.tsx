// What the link of an invitation opens: who invites whom to what; one button accepts.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { OpenInvitation } from '../account.ts'
import { paths } from '../paths.ts'
import { languageOptions } from './profile-page.tsx'

export interface InvitationPageProps {
  readonly t: Translate
  readonly networkName: string
  readonly token: string
  readonly invitation: OpenInvitation
  readonly issues?: readonly Issue[]
  readonly typed?: Typed
}

const AcceptForm = ({ t, token, invitation, issues, typed }: InvitationPageProps) => (
  <Form t={t} action={paths.invitation} hidden={{ token }}>
    <TextField
      t={t}
      name="name"
      autocomplete="name"
      label={t('accounts.name')}
      hint={t('accounts.name-hint')}
      value={typed?.name ?? invitation.name}
      issues={issues}
      maxlength={120}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('accounts.language')}
      hint={t('accounts.language-hint')}
      value={typed?.lang ?? invitation.lang}
      options={languageOptions}
      issues={issues}
      required
    />
    <Button tone="primary">{t('accounts.accept')}</Button>
  </Form>
)

export const InvitationPage = (props: InvitationPageProps) => {
  const { t, networkName, invitation, issues } = props
  const lead = t('accounts.invitation-lead', {
    inviter: invitation.invitedBy ?? networkName,
    organisation: invitation.organisationName,
    network: networkName,
  })
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('accounts.invitation-title')} lead={lead} />
      <PageBody>
        <FactsList
          facts={[
            { term: t('accounts.email'), value: invitation.email },
            { term: t('accounts.organisation'), value: invitation.organisationName },
            { term: t('accounts.duty'), value: t(`accounts.role-${invitation.role}`) },
          ]}
        />
        <AcceptForm {...props} />
      </PageBody>
    </>
  )
}

/** Used, taken back, too old, or the address belongs to somebody already: what to do instead. */
export const InvitationSpentPage = ({ t, taken }: { readonly t: Translate; readonly taken: boolean }) => (
  <>
    <PageTitle
      t={t}
      title={t('accounts.invitation-spent')}
      lead={t(taken ? 'accounts.invitation-taken-lead' : 'accounts.invitation-spent-lead')}
    />
    <PageBody>
      <ButtonLink tone="primary" href={paths.signIn()}>
        {t('accounts.sign-in')}
      </ButtonLink>
    </PageBody>
  </>
)
