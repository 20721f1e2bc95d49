// The front door: who is away, how that is said, and who is asked instead.
export type { Absence } from './absence.ts'
export { standsIn } from './experience.ts'
export { type Away, listAbsent, listAway } from './store.ts'
export { AbsenceNote, awayWords } from './views/absence-note.tsx'
