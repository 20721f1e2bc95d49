// A search was answered: if it found nothing, and nothing had narrowed it, its words are noted.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ShownSearch } from '#platform/feature.ts'
import { remoteAddress } from '#platform/http/limits.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { noteVain } from './noted.ts'

export function noteIfVain(c: PageVisit, { words, narrowed, total }: ShownSearch): void {
  if (total > 0 || narrowed || words === '') return
  const { key, viewer, t, now } = c.var
  // A cookie that opens nothing can be made up as often as one likes.
  const asker = isSignedIn(viewer) && 'session' in key ? key.session : remoteAddress(c)
  noteVain(words, t.lang, asker, now)
}
