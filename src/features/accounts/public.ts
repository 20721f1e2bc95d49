// The front door: what neighbours may use of accounts.
export { invitePerson } from './actions/invite-person.ts'
export { insertWithFreeSlug } from './actions/join.ts'
export { arrive } from './arrival.ts'
export { isTaken } from './store-joining.ts'
