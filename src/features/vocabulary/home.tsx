// What the thesaurus hands to the home page of the network's office: proposals that wait for it.
import type { HomePart } from '#platform/feature.ts'
import { mayDecideProposals } from './permissions.ts'
import { listProposals } from './store-lists.ts'
import { WaitingProposals } from './views/waiting-proposals.tsx'

const most = 5

const waiting: HomePart = {
  name: 'vocabulary.waiting',
  for: 'signed-in',
  place: 'top',
  position: 20,
  draw: async (c) => {
    const { t, db, viewer } = c.var
    if (!mayDecideProposals(viewer)) return undefined
    const { items, total } = await listProposals(db, 'open', 1, t.lang)
    return total === 0 ? undefined : <WaitingProposals t={t} proposals={items.slice(0, most)} total={total} />
  },
}

export const vocabularyHome: readonly HomePart[] = [waiting]
