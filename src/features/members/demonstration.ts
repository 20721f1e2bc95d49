// The demonstration network: its offices, forums and members, from demo/*.json. Loading it twice changes nothing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import type { MembershipRule, TrunkTables } from '#trunk/tables.ts'
import type { NamesByLanguage } from './member.ts'
import type { MemberTables } from './tables.ts'

interface City {
  readonly id: string
  readonly name: string
  readonly local_name: string
  readonly type: 'city' | 'region'
  readonly country: string
  readonly population: number | null
  readonly population_year: number | null
  readonly latitude: number
  readonly longitude: number
  readonly languages: readonly string[]
  readonly efus_source: string | null
}
interface Membership {
  readonly city: string
  readonly member: boolean
  readonly state: 'member' | 'demonstration' | 'none'
  readonly names: NamesByLanguage
  readonly forum: string | null
  readonly memberSince: string | null
  readonly website: string | null
}
interface ForumEntry {
  readonly slug: string
  readonly kind: 'network' | 'forum'
  readonly country: string | null
  readonly rule: string | null
  readonly languages: readonly string[]
  /** Another forum, or the network. */
  readonly parent: string | null
  readonly noticeMonths: number
  readonly name: NamesByLanguage
  readonly shortName: NamesByLanguage
}

const rules: Record<string, MembershipRule> = {
  'automatic-from-network': 'automatic-from-network',
  'automatic-from-forum': 'automatic-from-forum',
  precondition: 'precondition',
}

const tablesOf = (system: Db) => system.withTables<TrunkTables & MemberTables>()
const read = async <Entry>(folder: string, file: string): Promise<Entry[]> =>
  JSON.parse(await readFile(join(folder, file), 'utf8')) as Entry[]

interface NewOrganisation {
  readonly slug: string
  readonly name: string
  readonly names: NamesByLanguage
  readonly kind: 'municipality' | 'region' | 'office'
  readonly country: string
  readonly active: boolean
}

/** Its id, whether it was there already or not. */
async function ensureOrganisation(system: Db, fresh: NewOrganisation): Promise<number> {
  const row = await tablesOf(system)
    .insertInto('organisation')
    .values({ ...fresh, names: JSON.stringify(fresh.names) })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug: fresh.slug }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type NewMember = Omit<MemberTables['member'], 'population_source'>

async function ensureMember(system: Db, row: NewMember): Promise<void> {
  await tablesOf(system)
    .insertInto('member')
    .values(row)
    .onConflict((conflict) => conflict.column('organisation_id').doNothing())
    .execute()
}

const nothingKnown = {
  population: null,
  population_year: null,
  latitude: null,
  longitude: null,
  languages: [],
  register_source: null,
  website: null,
  member_since: null,
}

/** The office of the network (ISO 3166 reserves EU for the European Union) and of every forum. */
async function loadOffice(system: Db, entry: ForumEntry): Promise<void> {
  const name = entry.name.en ?? entry.slug
  const country = entry.country ?? 'EU'
  const office = { slug: entry.slug, name, names: entry.name, kind: 'office', country, active: false } as const
  const id = await ensureOrganisation(system, office)
  const row = { ...nothingKnown, organisation_id: id, local_name: name, state: 'none' as const }
  await ensureMember(system, row)
}

/** Those above come before those below, as the file has them. */
async function loadForum(system: Db, entry: ForumEntry): Promise<void> {
  const above = await tablesOf(system)
    .selectFrom('forum')
    .select('id')
    .where('slug', '=', entry.parent ?? '')
    .executeTakeFirst()
  await tablesOf(system)
    .insertInto('forum')
    .values({
      slug: entry.slug,
      names: JSON.stringify(entry.shortName) as never,
      country: entry.country ?? 'EU',
      membership_rule: rules[entry.rule ?? ''] ?? 'independent',
      parent_id: above?.id ?? null,
      languages: [...entry.languages],
      notice_months: entry.noticeMonths,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute()
}

async function loadNotice(system: Db, { kind, noticeMonths }: ForumEntry): Promise<void> {
  if (kind === 'network') await tablesOf(system).updateTable('network').set({ notice_months: noticeMonths }).execute()
}

async function joinForum(system: Db, organisationId: number, slug: string): Promise<void> {
  const forum = await tablesOf(system)
    .selectFrom('forum')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await tablesOf(system)
    .insertInto('forum_member')
    .values({ forum_id: forum.id, organisation_id: organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function loadMember(system: Db, city: City, entry: Membership): Promise<void> {
  const kind = city.type === 'region' ? 'region' : 'municipality'
  const { id: slug, name, country } = city
  const id = await ensureOrganisation(system, { slug, name, names: entry.names, kind, country, active: entry.member })
  const row: NewMember = {
    organisation_id: id,
    local_name: city.local_name,
    population: city.population,
    population_year: city.population_year,
    latitude: city.latitude,
    longitude: city.longitude,
    languages: [...city.languages],
    register_source: city.efus_source,
    website: entry.website,
    member_since: entry.memberSince,
    state: entry.state,
  }
  await ensureMember(system, row)
  if (entry.member && entry.forum !== null) await joinForum(system, id, entry.forum)
}

/** Runs as the system: nobody is there yet who could be asked. */
export const loadMembers: LoadDemonstration = async ({ system, folder }) => {
  const forums = await read<ForumEntry>(folder, 'forums.json')
  const cities = new Map((await read<City>(folder, 'cities.json')).map((city) => [city.id, city]))
  const entries = await read<Membership>(folder, 'members.json')
  await system.transaction().execute(async (db) => {
    for (const entry of forums) await loadOffice(db, entry)
    for (const entry of forums) await loadNotice(db, entry)
    for (const entry of forums) if (entry.kind === 'forum') await loadForum(db, entry)
    for (const entry of entries) {
      const city = cities.get(entry.city)
      if (city !== undefined) await loadMember(db, city, entry)
    }
  })
}
