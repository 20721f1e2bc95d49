// The last day of a poll as a moment, and back.
export { endOfDay, lastDay } from '#kernel/days.ts'
