// What hosts look after: who asks to come in, who is invited, and closing the room.
import { formatDate, languageChoices, languages } from '#kernel/locale.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { PersonList } from '#ui/person-line/person-line.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { inRoom, invitationRemovalPath, requestPath } from '../paths.ts'
import { mayInvite } from '../permissions.ts'
import type { MembersPageProps } from './members-page.tsx'

const Requests = ({ t, room, requests }: MembersPageProps) =>
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

const Fields = ({ t, typed, issues }: MembersPageProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'who', label: t('rooms.field-who'), hint: t('rooms.hint-who'), value: typed['who'] }}
      maxlength={254}
      required
    />
    <DateField
      {...{
        t,
        issues,
        name: 'until',
        label: t('rooms.field-until'),
        hint: t('rooms.hint-until'),
        value: typed['until'],
      }}
      needed={t('rooms.for-guests')}
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('rooms.field-mail-lang'), value: typed['lang'] ?? t.lang }}
      options={languageChoices(t.lang, languages)}
      required
    />
  </>
)

const Invited = ({ t, room, invited }: MembersPageProps) => (
  <ul>
    {invited.map(({ id, who, until, expiresAt }) => (
      <li>
        {who}
        {until !== null && ` · ${t('rooms.guest-until', { day: formatDate(t.lang, new Date(until.getTime() - 1)) })}`}
        {` · ${t('rooms.invitation-until', { day: formatDate(t.lang, expiresAt) })} `}
        <PostButton
          action={invitationRemovalPath(room.id, id)}
          tone="quiet"
          small
          label={t('rooms.invitation-remove-of', { who })}
        >
          {t('rooms.invitation-remove')}
        </PostButton>
      </li>
    ))}
  </ul>
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
  const { t, room, invited } = props
  return (
    <>
      <Requests {...props} />
      {mayInvite(room) && (
        <Section title={t('rooms.invite')}>
          <Form t={t} action={inRoom(room.id, 'invitations')} label={t('rooms.invite')}>
            <Fields {...props} />
            <Button tone="primary" icon="mail">
              {t('rooms.invite-send')}
            </Button>
          </Form>
          {invited.length > 0 && <Invited {...props} />}
        </Section>
      )}
      <Section title={t('rooms.closing')}>
        <Closing {...props} />
      </Section>
    </>
  )
}
