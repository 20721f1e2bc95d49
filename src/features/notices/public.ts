// What other features may use of notices.
export type { Area, Rhythm } from './rhythm.ts'
export { findRhythms, findSetting } from './store-subscriptions.ts'
export type { NoticeTables } from './tables.ts'
