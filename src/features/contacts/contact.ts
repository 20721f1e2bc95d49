// The noun: somebody who holds a function for an organisation, from a day and perhaps until one.

export const functions = ['elected', 'coordination', 'deputy', 'invoices', 'press', 'data-protection', 'other'] as const
/** `elected`: the representative whom the council sends; `coordination`: day-to-day; `invoices`: where they are paid. */
export type ContactFunction = (typeof functions)[number]

export interface Contact {
  readonly id: number
  readonly organisationId: number
  readonly function: ContactFunction
  readonly name: string
  readonly email: string
  readonly phone: string
  /** YYYY-MM-DD */
  readonly beginsOn: string
  /** The last day; null while it lasts. */
  readonly endsOn: string | null
}

/** Holds the function on this day. */
export const isCurrent = ({ beginsOn, endsOn }: Pick<Contact, 'beginsOn' | 'endsOn'>, day: string): boolean =>
  beginsOn <= day && (endsOn === null || endsOn >= day)

/** Those of now and those to come by function, then those of before, the latest first. */
export function inOrder(contacts: readonly Contact[], day: string): { now: Contact[]; before: Contact[] } {
  const place = (contact: Contact): number => functions.indexOf(contact.function)
  const past = ({ endsOn }: Contact): boolean => endsOn !== null && endsOn < day
  return {
    now: contacts.filter((one) => !past(one)).sort((one, other) => place(one) - place(other)),
    before: contacts.filter(past).sort((one, other) => (other.endsOn ?? '').localeCompare(one.endsOn ?? '')),
  }
}
