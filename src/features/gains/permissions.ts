// Who writes down what membership brought; the database asks the same with app.steers.
import type { Viewer } from '#kernel/viewer.ts'

/** For which organisations, the database says: a coordinator for the own one, an office for those it steers. */
export const mayRecordGains = ({ person }: Viewer): boolean =>
  person?.role === 'coordinator' || person?.role === 'office'

export const permissions = {
  'gains.read':
    'People of an organisation read what membership brought it, and the offices that steer it; nobody else.',
  'gains.record': 'Its coordinator and the offices that steer it write entries, change and remove them.',
} as const
