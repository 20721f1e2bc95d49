// Row types of this feature's own tables.
import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'
import type { TrunkTables } from '#trunk/tables.ts'

type Made = ColumnType<Date, Date | undefined, Date>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>
export type ChallengePurpose = 'second-step' | 'passkey-sign-in' | 'passkey-registration'

type OwnTables = {
  sign_in_link: {
    id: Generated<number>
    email: string
    next: Generated<string>
    person_id: number | null
    token_hash: string | null
    created_at: Made
    expires_at: Date
    used_at: Later
  }
  password_sign_in: {
    person_id: number
    password_hash: string
    sealed_secret: string
    last_step: number
    failures: Generated<number>
    locked_until: Later
    set_at: Made
  }
  recovery_code: { id: Generated<number>; person_id: number; code_hash: string; used_at: Later }
  passkey: {
    id: Generated<number>
    person_id: number
    credential_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    created_at: Made
    used_at: Later
  }
  challenge: {
    id: Generated<number>
    token_hash: string
    purpose: ChallengePurpose
    person_id: number | null
    challenge: Generated<string>
    expires_at: Date
  }
  demonstration_person: {
    person_id: number
    position: number
    description: ColumnType<Partial<Record<Lang, string>>, string, string>
  }
  invitation: {
    id: Generated<number>
    email: string
    name: string
    role: Role
    organisation_id: number
    forum_id: number | null
    lang: Lang
    invited_by: number | null
    token_hash: string | null
    created_at: Made
    expires_at: Date
    mailed_at: Later
    accepted_at: Later
    revoked_at: Later
  }
}

export type AccountTables = TrunkTables & OwnTables
