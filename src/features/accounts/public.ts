// The front door: what neighbours may use of accounts.
export { invitePerson } from './actions/invite-person.ts'
