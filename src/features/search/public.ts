// The front door of the search hall, for the interface for programs and the benchmarks.
export type { FoundItem } from './explain.ts'
export { findDocuments } from './find-documents.ts'
export type { Why } from './why.ts'
