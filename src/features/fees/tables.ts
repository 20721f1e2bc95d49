// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { MemberKind } from '../memberships/public.ts'
import type { Basis, FirstYear } from './fee.ts'
import type { Decision, ScaleState } from './scale.ts'

export type FeeTables = {
  fee_scale: {
    id: Generated<number>
    forum_id: number | null
    year: number
    version: Generated<number>
    state: Generated<ScaleState>
    first_year: FirstYear
    illustrative: boolean
    revision: Generated<number>
    created_at: ColumnType<Date, Date | undefined, never>
    approved_at: ColumnType<Date | null, never, never>
  }
  fee_bracket: {
    scale_id: number
    place: number
    member_kind: MemberKind
    from_inhabitants: number | null
    to_inhabitants: number | null
    basis: Basis
    flat_cents: number | null
    per_thousand_cents: number | null
    minimum_cents: number | null
    maximum_cents: number | null
    source: Generated<string>
  }
  fee_share: { scale_id: number; forum_id: number; rate: number }
  fee_decision: {
    id: Generated<number>
    scale_id: number
    decision: Decision
    person_id: number
    reason: Generated<string>
    at: ColumnType<Date, Date | undefined, never>
  }
  fee_year_invoiced: {
    id: Generated<number>
    forum_id: number | null
    year: number
    at: ColumnType<Date, never, never>
  }
}
