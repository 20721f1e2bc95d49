// Every address of the feature, and the doors of others it points to.
export const invoicesPath = '/invoices'
export const issuerPath = '/invoices/issuer'
export const sharesPath = '/invoices/shares'
export const yearPath = (year: number): string => `/invoices/years/${year}`
export const previewCsvPath = (year: number): string => `/invoices/years/${year}/preview.csv`
const asked = (by: 'fee' | 'date'): string => (by === 'fee' ? '' : '?by=date')
export const journalPath = (year: number, by: 'fee' | 'date' = 'fee'): string =>
  `/invoices/years/${year}/journal.csv${asked(by)}`
export const archivePath = (year: number, by: 'fee' | 'date' = 'fee'): string =>
  `/invoices/years/${year}/documents.zip${asked(by)}`
export const makeRunPath = (year: number): string => `/invoices/years/${year}/run`
export const runPath = (id: number): string => `/invoices/runs/${id}`
export const runSendingPath = (id: number): string => `/invoices/runs/${id}/sending`
export const invoicePath = (id: number): string => `/invoices/${id}`
export const documentNames = ['document.pdf', 'ubl.xml', 'cii.xml'] as const
export type DocumentName = (typeof documentNames)[number]
export const documentPath = (id: number, name: DocumentName): string => `/invoices/${id}/${name}`
export const sendingPath = (id: number): string => `/invoices/${id}/sending`
export const creditPath = (id: number): string => `/invoices/${id}/credit-note`
export const replacementPath = (id: number): string => `/invoices/${id}/replacement`
export const billingPath = (slug: string): string => `/invoices/billing/${slug}`

/** The address with what is chosen; what is empty is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const chosen = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1),
  )
  const text = new URLSearchParams(chosen.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The page of a member; that feature lets others stand on it and knows none of them. */
export { memberPath } from '../members/public.ts'

/** Style sheets of the feature's pages. */
export const styles = ['invoice-pages.css'] as const
