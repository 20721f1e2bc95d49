// What the feature hands to the home page of the office: that there are words to look at.
import type { HomePart } from '#platform/feature.ts'
import { maySeeVain } from './permissions.ts'
import { countVain } from './store.ts'
import { VainNews } from './views/vain-news.tsx'

export const vainHome: readonly HomePart[] = [
  {
    name: 'vain.waiting',
    for: 'signed-in',
    place: 'aside',
    position: 40,
    draw: async ({ var: { t, db, viewer } }) =>
      maySeeVain(viewer) ? <VainNews t={t} count={await countVain(db)} /> : undefined,
  },
]
