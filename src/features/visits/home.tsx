// What visits hand to the home page: wishes and proposals that wait for the viewer's answer.
import type { HomePart } from '#platform/feature.ts'
import { listWaitingWishes } from './store-wishes.ts'
import { WaitingWishes } from './views/waiting-wishes.tsx'

export const visitsHome: HomePart = {
  name: 'visits.waiting',
  for: 'signed-in',
  place: 'top',
  position: 35,
  draw: async ({ var: { t, db } }) => {
    const lines = await listWaitingWishes(db, t.lang)
    return lines.length === 0 ? undefined : <WaitingWishes t={t} lines={lines} />
  },
}
