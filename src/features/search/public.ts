// The front door of the search hall, for the interface for programs, the thesaurus and the benchmarks.
export { indexHolding } from './actions/index-holding.ts'
export type { FoundItem } from './explain.ts'
export { findDocuments } from './find-documents.ts'
export { countAbout } from './store-about.ts'
