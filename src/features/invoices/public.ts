// The front door: what neighbours may use of invoices.
export { listInvoices } from './store.ts'
