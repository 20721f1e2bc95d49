// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { MemberKind, Side, StepKind } from './accession.ts'

type Made = ColumnType<Date, Date | undefined, never>

export type AccessionTables = {
  accession: {
    id: Generated<number>
    organisation_id: number | null
    forum_id: number | null
    kind: MemberKind
    name: string
    country: string
    population: number
    population_year: number
    population_source: string
    contact_name: string
    contact_email: string
    lang: Lang
    /** The system's only. */
    token_hash: string | null
    address_mailed_at: Date | null
    admitted_at: ColumnType<Date | null, Date | null | undefined, Date>
    demonstration: Generated<boolean>
    created_at: Made
  }
  accession_step: {
    id: Generated<number>
    accession_id: number
    kind: StepKind
    /** Civil day; read as text. */
    day: ColumnType<Date, string, never>
    side: Side
    by_person: number | null
    at: Made
    votes_for: number | null
    votes_against: number | null
    votes_abstained: number | null
    proposed_by: Generated<string>
    promised: Generated<boolean>
    person_name: Generated<string>
    person_email: Generated<string>
    note: Generated<string>
  }
  accession_document: {
    id: Generated<number>
    accession_id: number
    step_id: number
    name: string
    media_type: string
    size: number
    stored_as: string
    created_at: Made
  }
  accession_paper: {
    accession_id: number
    lang: Lang
    paragraphs: ColumnType<Record<string, string>, string, string>
    revision: Generated<number>
    updated_at: Date
  }
}
