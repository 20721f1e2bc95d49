// The front door of the search hall, for the interface for programs, saved searches and the benchmarks.
export { type DocumentTerms, documentTerms } from './document-terms.ts'
export type { FoundItem } from './explain.ts'
export { activeFilters, kindNames } from './facet-groups.ts'
export { findDocuments } from './find-documents.ts'
export { type SearchQuery, searchLists, searchQuery } from './inputs.ts'
export { changedPath, searchPath } from './paths.ts'
export { type FacetName, type Filterable, noFilters, passes, type SearchFilters } from './search-filters.ts'
export { everyDocument, termId } from './term-id.ts'
