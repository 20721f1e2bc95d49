// What other features may use of notices.
export { tell, whenToMail } from './actions/tell.ts'
export { drawWatch } from './draw-watch.tsx'
export { settingsPath as noticesSettingsPath } from './paths.ts'
export { quietUntil, wallAt, zoneOf } from './quiet.ts'
export type { Rhythms } from './rhythm.ts'
export { endDigests, findHabits, type Habits, listHabits, markMailed } from './store-digests.ts'
export { raiseNotices } from './store-raising.ts'
export { findRhythms, findSetting } from './store-subscriptions.ts'
