// The front door: the languages in which somebody can be asked.
export { listLanguages } from './store-knowing.ts'
