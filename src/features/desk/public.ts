// The front door: which places of work are somebody's.
export { isPlaceOf } from './permissions.ts'
