// Row types of the feature's own table.
import type { Generated } from 'kysely'
import type { Decider, EventRole, GainKind } from './gain.ts'

export type GainTables = {
  /** Each row is a version of an entry; rows are never changed. */
  gain: {
    id: Generated<number>
    /** The id of its first version; set by the database. */
    entry_id: Generated<number>
    version: number
    organisation_id: number
    kind: GainKind
    /** YYYY-MM-DD; read as text. */
    on_day: string
    title: string
    note: string
    lang: string
    link: string
    role: EventRole | null
    place: string
    people: number | null
    programme: string
    cents: number | null
    own_cents: number | null
    first_year: number | null
    last_year: number | null
    addressee: string
    decided_by: Decider | null
    partner_id: number | null
    document_name: string | null
    document_type: string | null
    document_size: number | null
    document_stored_as: string | null
    illustrative: Generated<boolean>
    removed: Generated<boolean>
    recorded_by: number | null
    recorded_at: Generated<Date>
  }
}
