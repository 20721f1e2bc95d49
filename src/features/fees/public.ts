// The front door: what neighbours may use of fees.
export { type Fee, type FeeScale, type FeeStep, feeFor } from './fee.ts'
export { findApprovedScale, findLatestScale } from './store.ts'
export { noteInvoicedYear } from './store-writing.ts'
