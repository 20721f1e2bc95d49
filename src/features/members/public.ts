// The front door: what neighbours may use of the register.

export { memberPath } from './paths.ts'
export { type CitySize, listCitySizes } from './store-sizes.ts'
