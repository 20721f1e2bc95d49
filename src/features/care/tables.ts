// Row types of what is read of reports and hidings; what they are about is asked of the database's functions.
import type { Reason } from './care.ts'

export type CareTables = {
  report: {
    id: number
    reason: Reason
    words: string
    title: string
    text: string
    lang: string
    at: Date
    decided_at: Date | null
    hiding_id: number | null
  }
  report_by: { report_id: number; person_id: number }
  hiding: {
    id: number
    reason: Reason
    words: string
    lang: string
    title: string
    text: string
    at: Date
    appeal: string | null
    appealed_at: Date | null
    judged_at: Date | null
    answer: string | null
    ended_at: Date | null
  }
  conduct_agreement: { person_id: number }
}
