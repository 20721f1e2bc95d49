// Who is in the organisation, who is invited, and inviting somebody.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Role } from '#kernel/viewer.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { Colleague, PendingInvitation, SteeredOrganisation } from '../account.ts'
import { paths } from '../paths.ts'
import { colleagueRow } from './colleague-row.tsx'
import { InviteForm } from './invite-form.tsx'
import { PendingInvitations } from './pending-invitations.tsx'

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

const Invite = ({
  t,
  organisation,
  roles,
  issues,
  typed,
}: ColleaguesPageProps & { readonly roles: readonly Role[] }) => (
  <Section
    title={t('accounts.invite')}
    action={<a href={paths.invitationList(organisation.slug)}>{t('accounts.list-title')}</a>}
  >
    <InviteForm t={t} organisation={organisation} roles={roles} issues={issues} typed={typed} />
  </Section>
)

export const ColleaguesPage = (props: ColleaguesPageProps) => {
  const { t, organisation, colleagues, steering, issues, viewerId } = props
  const own = colleagues.some(({ id }) => id === viewerId)
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
            colleagueRow(
              { t, organisation, person, own, issues, others: colleagues.filter(({ id }) => id !== person.id) },
              steering !== undefined && person.id !== viewerId,
            ),
          )}
        />
        {steering !== undefined && steering.invitations.length > 0 && (
          <PendingInvitations t={t} organisation={organisation} invitations={steering.invitations} />
        )}
        {steering !== undefined && <Invite {...props} roles={steering.roles} />}
      </PageBody>
    </>
  )
}
