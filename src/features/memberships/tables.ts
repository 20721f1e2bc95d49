// Row types of the feature's own tables. Days come back as text: stores select them with ::text.
import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Closing, Ground, SuccessionKind } from './membership.ts'

/** YYYY-MM-DD */
type Day = string
type ByDatabase<Value> = ColumnType<Value, never, never>

export type MembershipTables = {
  membership: {
    id: Generated<number>
    organisation_id: number
    forum_id: number | null
    begins_on: Day
    begins_known: Generated<boolean>
    closes_on: Day | null
    closing: Closing | null
    ends_on: ByDatabase<Day | null>
    ground: Ground
    follows_id: ByDatabase<number | null>
    invented: Generated<boolean>
    recorded_by: number | null
    recorded_at: ByDatabase<Date>
  }
  resignation: {
    id: Generated<number>
    membership_id: number
    received_on: Day
    last_day: Day
    recorded_by: number
    recorded_at: ByDatabase<Date>
    withdrawn_by: number | null
    withdrawn_at: Date | null
  }
  suspension: {
    id: Generated<number>
    membership_id: number
    begins_on: Day
    ends_on: Day | null
    reason: string
    recorded_by: number | null
    recorded_at: ByDatabase<Date>
    ended_by: number | null
    ended_at: Date | null
  }
  population_figure: {
    id: Generated<number>
    organisation_id: number
    as_of: Day
    population: number
    source: string
    recorded_by: number | null
    recorded_at: ByDatabase<Date>
  }
  renaming: {
    id: Generated<number>
    organisation_id: number
    on_day: Day
    name: string
    names: ColumnType<Partial<Record<Lang, string>>, string, never>
    former_name: ByDatabase<string>
    former_names: ByDatabase<Partial<Record<Lang, string>>>
    recorded_by: number | null
    recorded_at: ByDatabase<Date>
    applied_at: ByDatabase<Date | null>
  }
  succession: {
    id: Generated<number>
    kind: SuccessionKind
    on_day: Day
    decision: string
    forum_id: number | null
    invented: Generated<boolean>
    recorded_by: number | null
    recorded_at: ByDatabase<Date>
  }
  succession_part: { succession_id: number; organisation_id: number; part: 'predecessor' | 'successor' }
}
