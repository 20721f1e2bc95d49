// The front door: what neighbours may use of the register.
export { alike } from './alike.ts'
export { gather } from './gather.ts'
export { forumName, type SizeClass, sizeClasses, sizeClassOf } from './member.ts'
export { memberPath } from './paths.ts'
export { listMembersByIds, listPlaces, organisationBelongs, type Place } from './store.ts'
export { listPublicMembers } from './store-register.ts'
export { type CitySize, listCitySizes } from './store-sizes.ts'
