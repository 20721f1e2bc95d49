// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Typed } from '#kernel/outcome.ts'
import type { PracticeContent } from './content.ts'
import type { Currency } from './currency.ts'
import type { Source } from './practice.ts'
import type { TellingStep } from './telling.ts'

export type PracticeTables = {
  practice: {
    contribution_id: number
    problem: string
    analysis: string
    response: string
    partners: string
    cost: string
    staff: string
    results: string
    measured: Generated<string>
    measured_when: Generated<string>
    evaluation: string
    lessons: string
    transfer: string
    effect: Generated<string>
    mechanism: Generated<string>
    moderators: Generated<string>
    implementation: Generated<string>
    economics: Generated<string>
    year_start: number | null
    year_end: number | null
    evidence: number | null
    sources: ColumnType<Source[], string, string>
    from_public_sources: Generated<boolean>
    currency: Generated<Currency>
    asked_at: Date | null
    confirmed_at: Date | null
  }
  practice_kept_text: {
    id: Generated<number>
    person_id: number
    contribution_id: number | null
    step: TellingStep
    typed: ColumnType<Typed, string, string>
    at: Date
  }
  practice_revision: {
    contribution_id: number
    revision: number
    at: ColumnType<Date, Date | undefined, never>
    by_id: number | null
    audience_id: number
    content: PracticeContent
  }
}
