// Row types of the feature's own tables.
import type { Generated, JSONColumnType } from 'kysely'
import type { NamesByLanguage } from '#trunk/tables.ts'
import type { MembershipState } from './member.ts'

export type MemberTables = {
  member: {
    organisation_id: number
    names: JSONColumnType<NamesByLanguage>
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
