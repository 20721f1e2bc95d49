// What saved searches hand to the home page: how much is new in them.
import type { HomePart } from '#platform/feature.ts'
import { countFresh } from './store.ts'
import { NewInSaved } from './views/new-in-saved.tsx'

export const savedHome: readonly HomePart[] = [
  {
    name: 'saved.new',
    for: 'signed-in',
    place: 'aside',
    position: 20,
    draw: async ({ var: { t, db } }) => {
      const count = await countFresh(db)
      return count === 0 ? undefined : <NewInSaved t={t} count={count} />
    },
  },
]
