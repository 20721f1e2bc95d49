// Where I am signed in.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import type { Session } from '../account.ts'
import { paths } from '../paths.ts'
import { AccountFrame } from './account-frame.tsx'

export interface SessionsPageProps {
  readonly t: Translate
  readonly sessions: readonly Session[]
  readonly thisOne: number | null
}

const rowOf = (t: Translate, thisOne: number | null) => (session: Session) => {
  const device = session.device === '' ? t('accounts.device-unknown') : session.device
  const began = formatMoment(t.lang, session.createdAt)
  return [
    device,
    began,
    session.id === thisOne ? (
      <StateMark tone="new" label={t('accounts.this-session')} />
    ) : (
      formatMoment(t.lang, session.seenAt)
    ),
    <PostButton
      action={session.id === thisOne ? paths.signOut : paths.sessionEnd(session.id)}
      small
      {...(session.id === thisOne ? {} : { label: t('accounts.session-end-label', { device, began }) })}
    >
      {session.id === thisOne ? t('accounts.sign-out') : t('accounts.session-end')}
    </PostButton>,
  ]
}

export const SessionsPage = ({ t, sessions, thisOne }: SessionsPageProps) => (
  <AccountFrame t={t} title={t('accounts.sessions')} lead={t('accounts.sessions-lead')}>
    <DataTable
      t={t}
      caption={t('accounts.sessions')}
      hideCaption
      columns={[
        { label: t('accounts.device') },
        { label: t('accounts.began') },
        { label: t('accounts.last-used') },
        { label: t('accounts.session-end'), hiddenLabel: true },
      ]}
      rows={sessions.map(rowOf(t, thisOne))}
    />
    {sessions.length > 1 && (
      <PostButton action={paths.otherSessionsEnd}>{t('accounts.sessions-end-others')}</PostButton>
    )}
  </AccountFrame>
)
