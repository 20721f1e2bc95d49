// Who adds and ends contacts; the database asks the same with app.steers.
import { belongsTo, type Viewer } from '#kernel/viewer.ts'

/** For which organisations, the database says: a coordinator for the own one, an office for those it steers. */
export const maySteerContacts = ({ person }: Viewer): boolean =>
  person?.role === 'coordinator' || person?.role === 'office'

export const mayReadContacts = (viewer: Viewer, organisationId: number): boolean =>
  belongsTo(viewer, organisationId) || maySteerContacts(viewer)

export const permissions = {
  'contacts.read': 'People of an organisation read its contacts, and the offices that steer it; nobody else.',
  'contacts.steer': 'Its coordinator and the offices that steer it add contacts and end them.',
  'contacts.export': 'An office takes the contacts of all organisations that it steers as a table.',
} as const
