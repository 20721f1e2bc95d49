// The front door: what neighbours may use of invoices.
export type { Invoice } from './invoice.ts'
export { listInvoices } from './store.ts'
