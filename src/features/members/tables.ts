// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { MembershipState } from './member.ts'

export type MemberTables = {
  former_address: { slug: string; organisation_id: number; at: ColumnType<Date, never, never> }
  member: {
    organisation_id: number
    local_name: string
    population: number | null
    population_year: number | null
    population_source: Generated<string>
    latitude: number | null
    longitude: number | null
    languages: string[]
    register_source: string | null
    website: string | null
    /** YYYY-MM-DD */
    member_since: string | null
    state: MembershipState
  }
}
