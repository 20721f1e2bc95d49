// Row types of the feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#kernel/locale.ts'

export type ExpertTables = {
  expert: {
    id: Generated<number>
    institution: string
    country: string
    link: string
    about: string
    lang: string
    concepts: string[]
    languages: string[]
    entered_by: number | null
    organisation_id: number
    entered_at: ColumnType<Date, never, never>
    demonstration: Generated<boolean>
    revision: Generated<number>
  }
  expert_refusal: {
    /** Of an address; see consent-link.ts. */
    digest: string
    refused_at: Generated<Date>
  }
  expert_person: {
    expert_id: number
    name: string
    function: string
    email: string
    lang: Lang
    asked_at: ColumnType<Date, never, never>
    mailed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    consented_on: ColumnType<string | null, string | null | undefined, string | null>
    /** Kept by the database. */
    asked_again: ColumnType<boolean, never, never>
  }
}
