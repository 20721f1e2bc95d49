// What routing hands to one's own profile: a pause from being asked.
import { dayOf } from '#kernel/locale.ts'
import { signedIn } from '#platform/http/visit.ts'
import type { OwnProfilePart } from '#platform/page-parts.ts'
import { findPause } from './store-pause.ts'
import { PauseForm } from './views/pause-form.tsx'

export const pausePart: OwnProfilePart = {
  name: 'routing.pause',
  position: 10,
  draw: async (c, db) => {
    const until = await findPause(db, signedIn(c).person.id, dayOf(c.var.now))
    return <PauseForm t={c.var.t} typed={{ until: until ?? '' }} paused={until} issues={[]} />
  },
}
