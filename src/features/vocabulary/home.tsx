// What the thesaurus hands to the home page of the network's office: proposals that wait for it.
import type { HomePart } from '#platform/feature.ts'
import type { PageVisit } from '#platform/http/visit.ts'
import { mayDecideProposals } from './permissions.ts'
import { listProposals } from './store-lists.ts'
import { WaitingProposals } from './views/waiting-proposals.tsx'

const most = 5

const listWaiting = async ({ var: { t, db, viewer } }: PageVisit) => {
  if (!mayDecideProposals(viewer)) return { proposals: [], total: 0 }
  const { items, total } = await listProposals(db, 'open', 1, t.lang)
  return { proposals: items.slice(0, most), total }
}

const waiting: HomePart = {
  name: 'vocabulary.waiting',
  for: 'signed-in',
  place: 'top',
  position: 20,
  draw: async (c) => {
    const waiting = await listWaiting(c)
    return waiting.total === 0 ? undefined : <WaitingProposals t={c.var.t} {...waiting} />
  },
  shows: async (c) => (await listWaiting(c)).proposals.map(({ id }) => id),
}

export const vocabularyHome: readonly HomePart[] = [waiting]
