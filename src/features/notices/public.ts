// What other features may use of notices.
export { settingsPath as noticesSettingsPath } from './paths.ts'
export { quietUntil, wallAt, zoneOf } from './quiet.ts'
export type { Area, Rhythm, Rhythms } from './rhythm.ts'
export { endDigests, findHabits, type Habits, listHabits, markMailed } from './store-digests.ts'
export { findRhythms, findSetting } from './store-subscriptions.ts'
export type { NoticeTables } from './tables.ts'
