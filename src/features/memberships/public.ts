// The front door: who is a member of what on which day, whom an issuer may charge, and the way in for accession.
export { admit } from './actions/admit.ts'
export { type ChargeableMember, listChargeable, type MemberKind } from './store-chargeable.ts'
export { membershipsOn } from './store-days.ts'
