// Row types of the trunk's tables; everything else is derived from them.
import type { ColumnType, Generated } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'

type Made = ColumnType<Date, Date | undefined, Date>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

export type OrganisationKind = 'municipality' | 'association' | 'region' | 'office' | 'partner'
export type ContributionState = 'draft' | 'published' | 'withdrawn'
export type MembershipRule = 'automatic-from-network' | 'automatic-from-forum' | 'precondition' | 'independent'
export type NamesByLanguage = Partial<Record<Lang, string>>

export type TrunkTables = {
  network: {
    only_one: Generated<boolean>
    name: string
    demonstration: boolean
    loaded_at: Later
    created_at: Made
    notice_months: Generated<number>
  }
  organisation: {
    id: Generated<number>
    slug: string
    name: string
    names: ColumnType<NamesByLanguage, string | undefined, string>
    kind: OrganisationKind
    country: string
    active: Generated<boolean>
  }
  forum: {
    id: Generated<number>
    slug: string
    names: NamesByLanguage
    country: string
    membership_rule: MembershipRule
    parent_id: Generated<number | null>
    languages: Generated<string[]>
    /** Months before the end of a year. */
    notice_months: Generated<number>
  }
  forum_member: {
    forum_id: number
    organisation_id: number
    without_network: Generated<boolean>
    /** Suspended: named in the register, without reach. */
    resting: Generated<boolean>
  }
  person: {
    id: Generated<number>
    slug: string
    name: string
    /** Readable by the system only; the application role has no right on this column. */
    email: string
    role: Role
    organisation_id: number
    forum_id: number | null
    lang: Lang
    left_at: Later
    erased_at: Later
    invented: Generated<boolean>
    created_at: Made
  }
  session: {
    id: Generated<number>
    person_id: number
    token_hash: string
    created_at: Made
    seen_at: Made
    expires_at: Date
    device: Generated<string>
  }
  personal_token: {
    id: Generated<number>
    person_id: number
    name: string
    token_hash: string
    created_at: Made
    used_at: Later
    expires_at: Date
  }
  audience: {
    id: Generated<number>
    kind: AudienceKind
    forum_id: number | null
    organisation_id: number | null
    created_by: number | null
  }
  audience_person: { audience_id: number; person_id: number }
  contribution: {
    id: Generated<number>
    kind: string
    title: string
    summary: Generated<string>
    lang: string
    concepts: Generated<string[]>
    author_id: number
    /** Looks after it now; the author where nobody else is named. */
    steward_id: Generated<number>
    organisation_id: number
    audience_id: number
    state: Generated<ContributionState>
    revision: Generated<number>
    created_at: Made
    updated_at: Made
    published_at: Later
    withdrawn_at: Later
    hidden_at: ColumnType<Date | null, never, never>
    demonstration: Generated<boolean>
  }
  co_author: {
    contribution_id: number
    person_id: number
    organisation_id: number
    named_by: number
    named_at: ColumnType<Date, never, never>
    joined_at: Later
  }
  withdrawal: { contribution_id: number; audience_id: number; at: Made }
  reply: {
    id: Generated<number>
    contribution_id: number
    author_id: number
    organisation_id: number
    lang: string
    text: string
    created_at: Made
    edited_at: Later
    withdrawn_at: Later
    hidden_at: ColumnType<Date | null, never, never>
    demonstration: Generated<boolean>
  }
  attachment: {
    id: Generated<number>
    contribution_id: number
    uploaded_by: number
    name: string
    media_type: string
    size: number
    stored_as: string
    created_at: Made
  }
  link: { id: Generated<number>; from_id: number; to_id: number; kind: string }
  visit: { person_id: number; last_at: Date; before_at: Date | null }
  watch: { person_id: number; contribution_id: number; created_at: Made }
  mute: { person_id: number; contribution_id: number; created_at: Made }
  fact: {
    id: Generated<number>
    name: string
    actor_id: number | null
    organisation_id: number | null
    contribution_id: number | null
    audience_id: number | null
    at: Made
    data: ColumnType<Record<string, unknown>, string | undefined, string>
    queued_at: Later
  }
}
