// Every address of the feature. Whose books they show is no part of them: an office has one place to work.
export const paymentsPath = '/payments'
export const statementsPath = '/payments/statements'
export const filePath = (id: number, page = 1): string =>
  `/payments/statements/${id}${page === 1 ? '' : `?page=${page}`}`
export const columnsPath = (id: number): string => `/payments/statements/${id}/columns`
export const entriesPath = (page = 1): string => `/payments/entries${page === 1 ? '' : `?page=${page}`}`
export const entryPath = (id: number): string => `/payments/entries/${id}`
export const settlementPath = (entry: number): string => `/payments/entries/${entry}/settlement`
export const givingPath = (entry: number): string => `/payments/entries/${entry}/giving`
export const asidePath = (entry: number): string => `/payments/entries/${entry}/setting-aside`
export const returnPath = (entry: number): string => `/payments/entries/${entry}/return`
export const undoingPath = (settlement: number): string => `/payments/settlements/${settlement}/undoing`
export const matchingPath = '/payments/matching'
export const openItemsPath = '/payments/open-items'
export const openItemsCsvPath = '/payments/open-items.csv'
const of = (year: number | undefined): string => (year === undefined ? '' : `?year=${year}`)
export const accountPath = (slug: string, year?: number): string => `/payments/members/${slug}${of(year)}`
export const accountPdfPath = (slug: string, year: number): string =>
  `/payments/members/${slug}/statement.pdf${of(year)}`
export const creditUsePath = (slug: string): string => `/payments/members/${slug}/credit`
export const creditUndoingPath = (slug: string): string => `/payments/members/${slug}/credit/undoing`
export const refundPath = (slug: string): string => `/payments/members/${slug}/refund`
export const holdPath = (slug: string): string => `/payments/members/${slug}/hold`
export const holdEndPath = (slug: string): string => `/payments/members/${slug}/hold/end`
export const remindersPath = '/payments/reminders'
export const settingsPath = '/payments/reminders/settings'
export const roundPath = (id: number): string => `/payments/reminders/${id}`
export const ownPath = '/payments/own'
/** `issuer`: 0 for the network. */
export const ownAccountPath = (issuer: number, year?: number): string => `/payments/own/${issuer}${of(year)}`
export const ownPdfPath = (issuer: number, year: number): string => `/payments/own/${issuer}/statement.pdf${of(year)}`
/** Of the neighbour: the document itself. */
export const invoicePath = (id: number): string => `/invoices/${id}`
