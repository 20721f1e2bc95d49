// The front door: what neighbours may use of fees.
export { type Bracket, type Fee, type FeeScale, type FeeStep, feeFor, type Payer } from './fee.ts'
export { findApprovedScale, findLatestScale } from './store.ts'
export { noteInvoicedYear } from './store-writing.ts'
