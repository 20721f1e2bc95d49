// Who has a desk: those with a duty towards others.

import type { Viewer } from '#kernel/viewer.ts'
import type { DeskPlace } from '#platform/duty-parts.ts'

export const hasDesk = ({ person }: Viewer): boolean => person?.role === 'office' || person?.role === 'coordinator'

/** Whether this place is one of the viewer's. */
export const isPlaceOf = (viewer: Viewer, place: DeskPlace): boolean =>
  viewer.person?.role === place.for && (place.open?.(viewer) ?? true)
