// Who may report, decide, ask to look again and look again; the database asks the same.
import type { Viewer } from '#kernel/viewer.ts'
import type { Hiding, Report } from './care.ts'

export const mayDecide = ({ decides, decidedAt }: Report): boolean => decides && decidedAt === null
export const mayJudge = ({ judges, judgedAt, appealedAt, endedAt }: Hiding): boolean =>
  judges && appealedAt !== null && judgedAt === null && endedAt === null
export const mayShowAgain = ({ cares, endedAt }: Hiding): boolean => cares && endedAt === null
/** `veiled`: the viewer wrote it as a member city. */
export const mayReport = (
  viewer: Viewer,
  { authorId, veiled }: { readonly authorId: number | null; readonly veiled: boolean },
): boolean => viewer.person !== undefined && viewer.person.id !== authorId && !veiled

export const permissions = {
  'care.report':
    'Every signed-in person reports what reaches them and is not their own; who it was is known to nobody.',
  'care.decide':
    'The office of the network, of the forum, the hosts of the room or the coordination of the city, never the author nor whoever reported it; where nobody else is left, and after three days, the office of the network. Of what is for named persons, they read what was reported and nothing else.',
  'care.appeal': 'The author of what was hidden, once.',
  'care.judge': 'Somebody else than who hid it or reported it.',
  'care.mute': 'Every signed-in person, for themselves.',
} as const
