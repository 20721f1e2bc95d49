// Saying that somebody holds a function no longer, with the last day.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import type { Contact } from '../contact.ts'
import { contactEndPath, endFieldOf } from '../paths.ts'
import type { SteeredPlace } from '../store.ts'

export interface EndContactProps {
  readonly t: Translate
  readonly contact: Contact
  readonly place: SteeredPlace
  readonly today: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const LastDay = ({ t, contact, today, typed, issues }: EndContactProps) => {
  const id = endFieldOf(contact.id)
  const own = issues.filter(({ field }) => field === id).map((issue) => ({ ...issue, field: 'endsOn' }))
  const words = { id, label: t('contacts.last-day'), value: typed[id] ?? today }
  return <DateField t={t} name="endsOn" {...words} issues={own} required />
}

export const EndContact = ({ t, contact, place, ...rest }: EndContactProps) => (
  <ConfirmStep
    label={t('contacts.end')}
    question={t('contacts.end-question', { name: contact.name, function: t(`contacts.function-${contact.function}`) })}
    action={contactEndPath(contact.id)}
    hidden={{ organisation: place.slug }}
    confirm={t('contacts.end-confirm')}
    tone="primary"
  >
    <LastDay t={t} contact={contact} place={place} {...rest} />
  </ConfirmStep>
)
