// Row types of the trunk's tables; everything else is derived from them.
import type { ColumnType, Generated } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'

type Made = ColumnType<Date, Date | undefined, Date>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Beside these one organisation is `unnamed`: it stands in for a city that asks without its name, in no register and no list. */
export type OrganisationKind = 'municipality' | 'association' | 'region' | 'office' | 'partner' | 'guest'
/** How one comes in. */
export type RoomEntry = 'open' | 'request' | 'invitation'
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
    /** From an outside city: reaches the rooms they are invited to, and nothing else. */
    guest: Generated<boolean>
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
  audience_person: {
    audience_id: number
    person_id: number
    host: Generated<boolean>
    since: Made
    /** Of a guest: when it ends. */
    until: Later
  }
  room: {
    audience_id: number
    name: string
    aim: string
    lang: string
    concepts: Generated<string[]>
    entry: RoomEntry
    /** An audience: the network or a forum. */
    listed_for: number
    chatham: boolean
    created_at: Made
    archived_at: Later
    deleted_at: Later
    revision: Generated<number>
    demonstration: Generated<boolean>
  }
  room_request: { audience_id: number; person_id: number; text: string; at: Made; declined_at: Later }
  room_invitation: {
    id: Generated<number>
    audience_id: number
    person_id: number | null
    email: string | null
    lang: Lang
    invited_by: number
    until: Date | null
    created_at: Made
    expires_at: Date
    token_hash: Generated<string | null>
    mailed_at: Later
  }
  contribution: {
    id: Generated<number>
    kind: string
    title: string
    summary: Generated<string>
    lang: string
    concepts: Generated<string[]>
    /** Null: asked as a member city, see `veil`. */
    author_id: ColumnType<number | null, number | null, number>
    /** Looks after it now; the author where nobody else is named. */
    steward_id: ColumnType<number | null, number | undefined, number>
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
  veil: { contribution_id: number; person_id: number; organisation_id: number; coordinator_knows: boolean }
  veil_lifting: {
    id: Generated<number>
    contribution_id: number
    person_id: number
    organisation_id: number
    reason: string
    at: Made
  }
  veil_lifting_told: { lifting_id: number; at: Made }
  withdrawal: { contribution_id: number; audience_id: number; at: Made }
  reply: {
    id: Generated<number>
    contribution_id: number
    /** Null: by whoever asked as a member city. */
    author_id: ColumnType<number | null, number | null, number>
    organisation_id: number
    lang: string
    text: string
    created_at: Made
    edited_at: Later
    withdrawn_at: Later
    hidden_at: ColumnType<Date | null, never, never>
    demonstration: Generated<boolean>
    /** Grows with every new wording. */
    revision: Generated<number>
  }
  reply_version: { reply_id: number; revision: number; lang: string; text: string; at: ColumnType<Date, never, never> }
  attachment: {
    id: Generated<number>
    contribution_id: number
    /** Null: of the contribution itself. */
    reply_id: number | null
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
