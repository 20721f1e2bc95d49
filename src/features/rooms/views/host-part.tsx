// What hosts look after: who asks to come in, who is invited, and closing the room.
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Section } from '#ui/page/page.tsx'
import { PersonList } from '#ui/person-line/person-line.tsx'
import { inRoom, requestPath } from '../paths.ts'
import { mayInvite } from '../permissions.ts'
import { Inviting } from './inviting.tsx'
import type { MembersPageProps } from './members-page.tsx'

export const Requests = ({ t, room, requests }: MembersPageProps) =>
  requests.length === 0 ? null : (
    <Section title={t('rooms.requests')}>
      <PersonList
        persons={requests.map(({ personId, name, slug, organisationName, text }) => ({
          ...{ name, href: `/people/${slug}`, memberName: organisationName, note: text },
          action: (
            <ButtonRow>
              <PostButton
                action={requestPath(room.id, personId, 'admission')}
                small
                label={t('rooms.admit-of', { name })}
              >
                {t('rooms.admit')}
              </PostButton>
              <PostButton
                action={requestPath(room.id, personId, 'refusal')}
                tone="quiet"
                small
                label={t('rooms.decline-of', { name })}
              >
                {t('rooms.decline')}
              </PostButton>
            </ButtonRow>
          ),
        }))}
      />
    </Section>
  )

const Closing = ({ t, room }: MembersPageProps) => (
  <ButtonRow>
    {room.archivedAt === null ? (
      <ConfirmStep
        label={t('rooms.archive')}
        question={t('rooms.archive-question')}
        action={inRoom(room.id, 'archive')}
        confirm={t('rooms.archive-confirm')}
        tone="primary"
      />
    ) : (
      <PostButton action={inRoom(room.id, 'archive/end')}>{t('rooms.reopen')}</PostButton>
    )}
    <ConfirmStep
      label={t('rooms.delete')}
      icon="trash-2"
      question={t('rooms.delete-question')}
      action={inRoom(room.id, 'deletion')}
      confirm={t('rooms.delete-confirm')}
    />
  </ButtonRow>
)

export const HostPart = (props: MembersPageProps) => {
  const { t, room } = props
  return (
    <>
      {mayInvite(room) && <Inviting {...props} />}
      <Section title={t('rooms.closing')}>
        <Closing {...props} />
      </Section>
    </>
  )
}
