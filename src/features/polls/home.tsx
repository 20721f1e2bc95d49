// What polls hand to the home page: those that wait for the answer of this person's city.
import type { HomePart } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listWaiting } from './store-lists.ts'
import { WaitingPolls } from './views/waiting-polls.tsx'

const most = 5

const reader = (c: Parameters<HomePart['draw']>[0]) => ({
  organisationId: signedIn(c).person.organisationId,
  lang: c.var.t.lang,
  now: c.var.now,
})

export const pollsHome: readonly HomePart[] = [
  {
    name: 'polls.waiting',
    for: 'signed-in',
    place: 'top',
    position: 20,
    draw: async (c) => {
      const polls = await listWaiting(c.var.db, reader(c), most)
      return polls.length === 0 ? undefined : <WaitingPolls t={c.var.t} polls={polls} />
    },
    shows: async (c) => (await listWaiting(c.var.db, reader(c), most)).map(({ id }) => id),
  },
]
