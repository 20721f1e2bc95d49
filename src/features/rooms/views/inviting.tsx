// What hosts invite with, and who is invited so far.
import { lastDay } from '#kernel/days.ts'
import { formatDate, languageChoices, languages } from '#kernel/locale.ts'
import { Button, PostButton } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { inRoom, invitationRemovalPath } from '../paths.ts'
import type { MembersPageProps } from './members-page.tsx'

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
        {until !== null && ` · ${t('rooms.guest-until', { day: formatDate(t.lang, lastDay(until)) })}`}
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

export const Inviting = (props: MembersPageProps) => {
  const { t, room, invited } = props
  return (
    <Section title={t('rooms.invite')}>
      <Form t={t} action={inRoom(room.id, 'invitations')} label={t('rooms.invite')}>
        <Fields {...props} />
        <Button tone="primary" icon="mail">
          {t('rooms.invite-send')}
        </Button>
      </Form>
      {invited.length > 0 && <Invited {...props} />}
    </Section>
  )
}
