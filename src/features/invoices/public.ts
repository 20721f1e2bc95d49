// The front door: what neighbours may use of invoices.
export { drawFiles } from './letter-files.ts'
export { listInvoices } from './store.ts'
