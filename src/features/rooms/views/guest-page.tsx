// The invitation of somebody from outside: to which room, by whom, until when; one form, and they are in.

import { countryChoices } from '#kernel/countries.ts'
import { lastDay } from '#kernel/days.ts'
import { formatDate, languageChoices, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { guestPath, roomsPath } from '../paths.ts'
import type { OpenInvitation } from '../store-guests.ts'
import { RoomNotes } from './room-notes.tsx'

export interface GuestPageProps {
  readonly t: Translate
  readonly network: string
  readonly token: string
  readonly invitation: OpenInvitation
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** The name of whoever is signed in. */
  readonly self: string | undefined
  /** The name of whoever came as a guest with this address before. */
  readonly guest: string | undefined
}

const Fields = ({ t, invitation, typed, issues }: GuestPageProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'name', label: t('rooms.field-guest-name'), value: typed['name'], autocomplete: 'name' }}
      maxlength={120}
      required
    />
    <TextField
      {...{ t, issues, name: 'organisation', label: t('rooms.field-guest-organisation'), value: typed['organisation'] }}
      hint={t('rooms.hint-guest-organisation')}
      maxlength={120}
      required
    />
    <SelectField
      {...{ t, issues, name: 'country', label: t('rooms.field-country'), value: typed['country'] }}
      empty={t('rooms.choose-country')}
      options={countryChoices(t.lang)}
      required
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('rooms.field-guest-lang'), value: typed['lang'] ?? invitation.lang }}
      options={languageChoices(t.lang, languages)}
      required
    />
  </>
)

const AsWhom = (props: GuestPageProps) => {
  const { t, self, guest } = props
  if (self !== undefined) return <p>{t('rooms.guest-as-self', { name: self })}</p>
  return guest === undefined ? <Fields {...props} /> : <p>{t('rooms.guest-again', { name: guest })}</p>
}

export const GuestPage = (props: GuestPageProps) => {
  const { t, network, token, invitation, issues, self } = props
  const { roomName, invitedBy, until, chatham } = invitation
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        title={roomName}
        kind={t('rooms.guest-title')}
        lead={t('rooms.guest-lead', { inviter: invitedBy, network })}
      />
      <PageBody>
        {until !== null && self === undefined && (
          <FactsList facts={[{ term: t('rooms.guest-end'), value: formatDate(t.lang, lastDay(until)) }]} />
        )}
        <RoomNotes t={t} room={{ chatham, archivedAt: null, demonstration: false }} />
        {self === undefined && <p>{t('rooms.guest-note')}</p>}
        <Form t={t} action={guestPath} hidden={{ token }} label={t('rooms.guest-title')}>
          <AsWhom {...props} />
          <Button tone="primary" icon="log-in">
            {t('rooms.join')}
          </Button>
        </Form>
      </PageBody>
    </>
  )
}

/** `spent`: taken, taken back or too old. `taken`: the address is somebody's already. `guest`: theirs is another one. */
export type WhySpent = 'spent' | 'taken' | 'guest'
export const GuestSpentPage = ({ t, why }: { readonly t: Translate; readonly why: WhySpent }) => (
  <>
    <PageTitle
      t={t}
      title={t(why === 'guest' ? 'rooms.guest-other-address' : 'rooms.guest-spent')}
      lead={t(`rooms.guest-${why}-lead`)}
    />
    <PageBody>
      {why === 'guest' ? (
        <ButtonLink href={roomsPath}>{t('rooms.title')}</ButtonLink>
      ) : (
        <ButtonLink href="/sign-in">{t('rooms.sign-in')}</ButtonLink>
      )}
    </PageBody>
  </>
)
