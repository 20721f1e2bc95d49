// The front door: what neighbours may use of the register.
export { memberPath } from './paths.ts'
