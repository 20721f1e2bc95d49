// Who is in the organisation, who is invited, and inviting somebody.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Role } from '#kernel/viewer.ts'
import { Button, PostButton } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Colleague, PendingInvitation, SteeredOrganisation } from '../account.ts'
import { paths } from '../paths.ts'
import { colleagueRow } from './colleague-row.tsx'
import { languageOptions } from './profile-page.tsx'

export interface ColleaguesPageProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly colleagues: readonly Colleague[]
  readonly viewerId: number
  /** What somebody who steers sees besides; undefined for everybody else. */
  readonly steering?: {
    readonly invitations: readonly PendingInvitation[]
    readonly organisations: readonly SteeredOrganisation[]
    readonly roles: readonly Role[]
  }
  readonly issues?: readonly Issue[]
  readonly typed?: Typed
}

const invitationRow =
  ({ t, organisation }: ColleaguesPageProps) =>
  (invitation: PendingInvitation) => [
    invitation.name,
    invitation.email,
    t(`accounts.role-${invitation.role}`),
    formatDate(t.lang, invitation.expiresAt),
    <PostButton
      action={paths.invitationRevocation(invitation.id)}
      hidden={{ organisation: organisation.slug }}
      small
      label={t('accounts.revoke-label', { name: invitation.name })}
    >
      {t('accounts.revoke')}
    </PostButton>,
  ]

const Pending = (props: ColleaguesPageProps) => (
  <DataTable
    t={props.t}
    caption={props.t('accounts.invitations-open')}
    columns={[
      { label: props.t('accounts.name') },
      { label: props.t('accounts.email') },
      { label: props.t('accounts.duty') },
      { label: props.t('accounts.valid-until') },
      { label: props.t('accounts.revoke'), hiddenLabel: true },
    ]}
    rows={(props.steering?.invitations ?? []).map(invitationRow(props))}
  />
)

const InviteForm = (props: ColleaguesPageProps & { readonly roles: readonly Role[] }) => {
  const { t, issues, typed, organisation, roles } = props
  const common = { t, issues, required: true }
  const choices = roles.map((role) => ({
    value: role,
    label: t(`accounts.role-${role}`),
    hint: t(`accounts.role-${role}-hint`),
  }))
  return (
    <Form t={t} action={paths.invitations} hidden={{ organisation: organisation.slug }} label={t('accounts.invite')}>
      <TextField {...common} name="name" label={t('accounts.name')} value={typed?.name} maxlength={120} />
      <TextField
        {...common}
        name="email"
        type="email"
        label={t('accounts.email')}
        value={typed?.email}
        maxlength={254}
      />
      <ChoiceField
        {...common}
        name="role"
        label={t('accounts.duty')}
        value={typed?.role ?? 'colleague'}
        choices={choices}
      />
      <SelectField
        {...common}
        name="lang"
        label={t('accounts.invitation-language')}
        value={typed?.lang ?? t.lang}
        options={languageOptions}
      />
      <Button tone="primary" icon="send">
        {t('accounts.invite-send')}
      </Button>
    </Form>
  )
}

const OrganisationChoice = ({ t, organisation, steering }: ColleaguesPageProps) =>
  (steering?.organisations.length ?? 0) < 2 ? null : (
    <Form t={t} method="get" action={paths.colleagues()} label={t('accounts.organisation')}>
      <SelectField
        t={t}
        name="organisation"
        label={t('accounts.organisation')}
        value={organisation.slug}
        options={(steering?.organisations ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
        required
      />
      <Button>{t('accounts.show')}</Button>
    </Form>
  )

export const ColleaguesPage = (props: ColleaguesPageProps) => {
  const { t, organisation, colleagues, steering, issues, viewerId } = props
  const columns = [
    { label: t('accounts.name') },
    { label: t('accounts.duty') },
    { label: t('accounts.appoint'), hiddenLabel: true },
    { label: t('accounts.has-left'), hiddenLabel: true },
  ]
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={organisation.name} title={t('accounts.colleagues')} />
      <PageBody>
        <OrganisationChoice {...props} />
        <DataTable
          t={t}
          caption={t('accounts.colleagues-now')}
          columns={columns}
          rows={colleagues.map((person) =>
            colleagueRow({ t, organisation, person }, steering !== undefined && person.id !== viewerId),
          )}
        />
        {steering !== undefined && steering.invitations.length > 0 && <Pending {...props} />}
        {steering !== undefined && (
          <Section title={t('accounts.invite')}>
            <InviteForm {...props} roles={steering.roles} />
          </Section>
        )}
      </PageBody>
    </>
  )
}
