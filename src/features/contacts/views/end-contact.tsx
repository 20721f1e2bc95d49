// Saying that somebody holds a function no longer, with the last day.
import type { Translate } from '#kernel/locale.ts'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import type { Contact } from '../contact.ts'
import { contactEndPath } from '../paths.ts'
import type { SteeredPlace } from '../store.ts'

export interface EndContactProps {
  readonly t: Translate
  readonly contact: Contact
  readonly place: SteeredPlace
  readonly today: string
}

export const EndContact = ({ t, contact, place, today }: EndContactProps) => (
  <ConfirmStep
    label={t('contacts.end')}
    question={t('contacts.end-question', { name: contact.name, function: t(`contacts.function-${contact.function}`) })}
    action={contactEndPath(contact.id)}
    hidden={{ organisation: place.slug }}
    confirm={t('contacts.end-confirm')}
    tone="primary"
  >
    <DateField t={t} name="endsOn" id={`ends-on-${contact.id}`} label={t('contacts.last-day')} value={today} required />
  </ConfirmStep>
)
