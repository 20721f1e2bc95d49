// The front door of the search hall, for the interface for machines and the command line.
export type { FoundItem } from './explain.ts'
export { type Found, findDocuments, type Search } from './find-documents.ts'
export type { PassagePart } from './passage.ts'
export { type FacetName, type Facets, facetNames, noFilters, type SearchFilters } from './search-filters.ts'
export type { Why } from './why.ts'
