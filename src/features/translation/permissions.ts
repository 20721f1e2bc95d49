// What may leave for a translation service, and who decides about it.
import type { AudienceKind } from '#kernel/audience.ts'
import type { Viewer } from '#kernel/viewer.ts'

/** The office of the whole network, not of a forum. */
export const maySetTranslation = ({ person }: Viewer): boolean => person?.role === 'office' && person.forumId === null

/** TLP:RED and TLP:AMBER+STRICT are for those who were named, or for one administration: to no service, whatever is set. */
export function mayLeave(kind: AudienceKind, amberAllowed: boolean): boolean {
  if (kind === 'public' || kind === 'network') return true
  return (kind === 'forum' || kind === 'room') && amberAllowed
}
