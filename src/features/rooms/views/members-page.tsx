// Who is in a room; for its hosts also who asks, who is invited, and what else they look after.
import { lastDay } from '#kernel/days.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PersonList } from '#ui/person-line/person-line.tsx'
import { inRoom, memberPath } from '../paths.ts'
import { mayHost } from '../permissions.ts'
import type { Invitation, Request, Room, RoomMember } from '../room.ts'
import { HostPart, Requests } from './host-part.tsx'
import { RoomNotes, roomClass } from './room-notes.tsx'

export interface MembersPageProps {
  readonly t: Translate
  readonly room: Room
  readonly members: readonly RoomMember[]
  readonly requests: readonly Request[]
  readonly invited: readonly Invitation[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** The viewer. */
  readonly self: number | undefined
}

const noteOf = (t: Translate, { host, until }: RoomMember): string | undefined => {
  if (until !== null) return t('rooms.guest-until', { day: formatDate(t.lang, lastDay(until)) })
  return host ? t('rooms.host') : undefined
}

const OverOthers = ({ t, room, member }: { t: Translate; room: Room; member: RoomMember }) => (
  <ButtonRow>
    {!member.host && member.until === null && (
      <PostButton
        action={memberPath(room.id, member.id, 'hosting')}
        tone="quiet"
        small
        label={t('rooms.make-host-of', { name: member.name })}
      >
        {t('rooms.make-host')}
      </PostButton>
    )}
    <PostButton
      action={memberPath(room.id, member.id, 'removal')}
      tone="quiet"
      small
      label={t('rooms.remove-of', { name: member.name })}
    >
      {t('rooms.remove')}
    </PostButton>
  </ButtonRow>
)

const OverSelf = ({ t, room }: { t: Translate; room: Room }) => (
  <PostButton action={inRoom(room.id, 'hosting/end')} tone="quiet" small>
    {t('rooms.step-back')}
  </PostButton>
)

const Members = ({ t, room, members, self }: MembersPageProps) => (
  <Section title={t('rooms.count', { count: members.length })}>
    <PersonList
      persons={members.map((member) => ({
        name: member.name,
        href: `/people/${member.slug}`,
        memberName: member.organisationName,
        memberHref: `/members/${member.organisationSlug}`,
        note: noteOf(t, member),
        action:
          mayHost(room) &&
          (member.id === self ? <OverSelf t={t} room={room} /> : <OverOthers t={t} room={room} member={member} />),
      }))}
    />
  </Section>
)

export const MembersPage = (props: MembersPageProps) => {
  const { t, room, issues } = props
  return (
    <div class={roomClass(room)}>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={room.name} title={t('rooms.members')} lead={t('rooms.members-lead')} />
      <PageBody>
        <RoomNotes t={t} room={room} />
        {mayHost(room) && <Requests {...props} />}
        <Members {...props} />
        {mayHost(room) && <HostPart {...props} />}
        <PostButton action={inRoom(room.id, 'leaving')} icon="log-out">
          {t('rooms.leave')}
        </PostButton>
      </PageBody>
    </div>
  )
}
