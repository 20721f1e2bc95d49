// A search was answered: if it found nothing, and nothing had narrowed it, its words are noted.
import { isSignedIn } from '#kernel/viewer.ts'
import { remoteAddress } from '#platform/http/limits.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import type { ShownSearch } from '#platform/page-parts.ts'
import { noteVain } from './noted.ts'

export function noteIfVain(c: PageVisit, { words, narrowed, total }: ShownSearch): void {
  if (total > 0 || narrowed || words === '') return
  const { viewer, t, now } = c.var
  // Not the session: whoever signs in three times is still one, and what they typed nobody else's.
  const asker = isSignedIn(viewer) ? `person ${viewer.person.id}` : remoteAddress(c)
  noteVain(words, t.lang, asker, now)
}
