// Who may do what with invoices; the database asks the same.
import type { Viewer } from '#kernel/viewer.ts'
import { coordinates } from '#kernel/viewer.ts'

/** Works in the office of the network or of a forum, and keeps its books. */
export const keepsBooks = ({ person }: Viewer): boolean => person?.role === 'office'

/** The issuer whose books somebody keeps: null is the network. Ask `keepsBooks` first. */
export const booksOf = ({ person }: Viewer): number | null => person?.forumId ?? null

/** Works in the office of a forum: the network passes on a share of its fees to it. */
export const hasShares = (viewer: Viewer): boolean => keepsBooks(viewer) && booksOf(viewer) !== null

/** Sees what its city was sent. */
export const seesOwnInvoices = (viewer: Viewer): boolean => viewer.person?.role === 'coordinator'

/** Of the own city; of others the office that sends them invoices, as the database knows. */
export const coordinatesMember = (viewer: Viewer, organisationId: number): boolean =>
  coordinates(viewer, organisationId)

export const permissions = {
  'make the invoices of a year, see, send and take back invoices, change the issuer':
    'the office of the issuer: the network’s for the network, a forum’s for that forum, and nobody else',
  'see the own city’s invoices and their documents': 'its coordinator, once the office has released them',
  'see and change where the city wants its invoices': 'its coordinator, and the offices that send it invoices',
  'see what the network passes on to a forum':
    'the office of that forum, its own share and nothing else of the invoice',
} as const
