// Row types of the feature's own tables.
import type { Generated } from 'kysely'
import type { OfferedFact, StoppedBecause } from './webhook.ts'

export type WebhookTables = {
  webhook: {
    id: Generated<number>
    forum_id: number | null
    address: string
    facts: readonly OfferedFact[]
    secret: string
    old_secret: Generated<string | null>
    old_until: Generated<Date | null>
    created_by: number | null
    created_at: Date
    failing_since: Generated<Date | null>
    stopped_at: Generated<Date | null>
    stopped_because: Generated<StoppedBecause | null>
  }
  webhook_delivery: {
    id: string
    webhook_id: number
    fact_id: number
    fact: OfferedFact
    made_at: Date
    next_at: Date | null
    tries: Generated<number>
    outcome: Generated<string | null>
  }
  webhook_try: {
    id: Generated<number>
    delivery_id: string
    at: Date
    status: number | null
    why: string | null
    milliseconds: number
    answer: string
  }
}
