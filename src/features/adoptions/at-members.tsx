// What adoptions hand to the page of a city: what others took up from it, and what it took up itself.
import type { MemberPart } from '#platform/page-parts.ts'
import { listGiven, listTaken } from './store-members.ts'
import { GivenAndTaken } from './views/given-and-taken.tsx'

const mostShown = 6

export const atMembers: MemberPart = {
  name: 'adoptions.city',
  position: 10,
  draw: async ({ var: { t, db } }, organisationId) => {
    const given = await listGiven(db, organisationId, mostShown)
    const taken = await listTaken(db, organisationId, mostShown, t.lang)
    if (given.length + taken.length === 0) return undefined
    return <GivenAndTaken t={t} given={given} taken={taken} />
  },
}
