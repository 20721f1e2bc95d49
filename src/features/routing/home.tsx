// What routing hands to the home page: questions that this person may know something about.
import type { HomePart } from '#platform/feature.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { listAsked } from './store-asked.ts'
import { tellAsked } from './told-asked.ts'
import { AskedList } from './views/asked-list.tsx'

const most = 5
/** What was asked long ago has found its answer or the office. */
const days = 45

async function askedOf(c: PageVisit) {
  const since = c.var.now.getTime() - days * 86_400_000
  const recent = (await listAsked(c.var.db, c.var.t.lang, 50)).filter(({ askedAt }) => askedAt.getTime() >= since)
  return (await tellAsked(c, recent)).slice(0, most)
}

export const routingHome: readonly HomePart[] = [
  {
    name: 'routing.asked',
    for: 'signed-in',
    place: 'top',
    position: 20,
    draw: async (c) => {
      const asked = await askedOf(c)
      return asked.length === 0 ? undefined : <AskedList t={c.var.t} asked={asked} />
    },
    shows: async (c) => (await askedOf(c)).map(({ id }) => id),
  },
]
