// The front door of the vocabulary, for the interface for programs.
export { findConcepts, nameOf } from './labels.ts'
export { conceptPath } from './paths.ts'
