// Row types of the index.
import type { Generated } from 'kysely'

export type SearchTables = {
  search_document: {
    id: Generated<number>
    kind: string
    subject: number
    contribution_id: number | null
    lang: string
    title: string
    summary: string
    body: string
    path: string
    audience: number
    organisation_id: number | null
    organisation_name: string | null
    organisation_slug: string | null
    country: string | null
    year: number | null
    evidence: number | null
    population: number | null
    behind: boolean
    concepts: string[]
    changed_at: Date
    terms: number[]
    tokens: Buffer
    extents: Buffer
  }
  search_posting: { term: number; audience: number; block: number; data: Buffer }
  search_kind: { code: number; kind: string }
  search_title: { word: string; document_id: number; audience: number }
  search_signature: { document_id: number; audience: number; model: number; signature: string }
  search_vector: { document_id: number; audience: number; model: number; text_hash: Buffer; vector: Buffer }
  search_vector_kept: { model: number; text_hash: Buffer; vector: Buffer; gone_at: Date }
  search_remake: { kind: string; made_of: string; done_to: number; finished_at: Date | null }
}
