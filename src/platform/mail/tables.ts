// Row types of the outbox.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

/** 0: somebody waits for it to come in; 1: a notice; 2: what may take its time. */
export type MailPlace = 0 | 1 | 2

export type MailTables = {
  mail: {
    id: GeneratedAlways<number>
    name: string
    email: string
    domain: GeneratedAlways<string>
    place: MailPlace
    person_id: number | null
    contribution_id: number | null
    reply_id: number | null
    audience_id: number | null
    by_id: number | null
    message: Buffer | null
    written_at: Date
    due_at: Date
    until: Later
    tries: Generated<number>
    tried_at: Later
    answer: Generated<string>
    sent_at: Later
    failed_at: Later
  }
  paused_address: { email: string; reason: string; paused_at: Date }
}
