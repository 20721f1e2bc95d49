// What invoices hand to the page of a member: the way to them, for its coordinator and the offices that send them.
import type { MemberPart } from '#platform/page-parts.ts'
import { coordinatesMember, keepsBooks, seesOwnInvoices } from './permissions.ts'
import { findBilledById } from './store-issuer.ts'
import { MemberLinks } from './views/member-links.tsx'

export const atMembers: MemberPart = {
  name: 'invoices.member',
  position: 60,
  draw: async ({ var: { t, db, viewer } }, organisationId) => {
    if (!keepsBooks(viewer) && !seesOwnInvoices(viewer)) return undefined
    const city = await findBilledById(db, organisationId, t.lang)
    return city && <MemberLinks t={t} city={city} own={coordinatesMember(viewer, organisationId)} />
  },
}
