// Who was invited and has not joined yet; an invitation can be taken back.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import type { PendingInvitation, SteeredOrganisation } from '../account.ts'
import { paths } from '../paths.ts'

interface PendingInvitationsProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly invitations: readonly PendingInvitation[]
}

const invitationRow =
  ({ t, organisation }: PendingInvitationsProps) =>
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

export const PendingInvitations = (props: PendingInvitationsProps) => (
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
    rows={props.invitations.map(invitationRow(props))}
  />
)
