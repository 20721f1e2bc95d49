// The invented persons of the demonstration network, from demo/people.json. Loading them twice changes nothing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { type Consent, type ConsentField, type Consents, type ProfileTexts, usualConsents } from './profile.ts'
import { saveProfile } from './store.ts'

interface Text {
  readonly lang: string
  readonly text: string
}
export interface PersonEntry {
  readonly slug: string
  readonly name: string
  /** Slug of the city; null for those who work in an office. */
  readonly city: string | null
  readonly forum: string | null
  readonly role: Role
  readonly function: Text
  readonly functionEnglish: string
  readonly languages: readonly string[]
  readonly interfaceLanguage: Lang
  readonly email: string
  readonly phone: string | null
  readonly concepts: readonly string[]
  readonly askMeAbout: Text | null
  /** `forum`: the first of their city. */
  readonly consent: Readonly<Partial<Record<ConsentField, Exclude<Consent, `forum-${number}`> | 'forum'>>>
}

const tablesOf = (system: Db) => system.withTables<TrunkTables>()

const organisationOf = async (system: Db, entry: PersonEntry): Promise<number> => {
  const slug = entry.city ?? entry.forum ?? ''
  return (
    await tablesOf(system).selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  ).id
}

/** Undefined for the office of the whole network, which is no forum. */
const forumOf = (system: Db, entry: PersonEntry): Promise<{ id: number } | undefined> =>
  tablesOf(system)
    .selectFrom('forum')
    .select('id')
    .where('slug', '=', entry.forum ?? '')
    .executeTakeFirst()

/** Undefined when the person was there already. */
async function insertPerson(system: Db, entry: PersonEntry, organisationId: number): Promise<number | undefined> {
  const forum = entry.role === 'office' ? await forumOf(system, entry) : undefined
  const row = await tablesOf(system)
    .insertInto('person')
    .values({
      slug: entry.slug,
      name: entry.name,
      email: entry.email,
      role: entry.role,
      organisation_id: organisationId,
      forum_id: forum?.id ?? null,
      lang: entry.interfaceLanguage,
      invented: true,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const textsFrom = (entry: PersonEntry): ProfileTexts => ({
  textLang: entry.function.lang,
  functionTitle: entry.function.text,
  functionEn: entry.functionEnglish,
  languages: entry.languages,
  concepts: entry.concepts,
  askMeAbout: entry.askMeAbout?.text ?? '',
  phone: entry.phone ?? '',
})

async function consentsOf(system: Db, { consent }: PersonEntry, organisationId: number): Promise<Consents> {
  const forum = await tablesOf(system)
    .selectFrom('forum_member as m')
    .innerJoin('audience as a', 'a.forum_id', 'm.forum_id')
    .select('a.id')
    .where('m.organisation_id', '=', organisationId)
    .orderBy('a.id')
    .executeTakeFirst()
  const shown = forum === undefined ? ('organisation' as const) : (`forum-${forum.id}` as const)
  const said = Object.entries(consent).map(([field, to]) => [field, to === 'forum' ? shown : to])
  return { ...usualConsents, ...Object.fromEntries(said) }
}

async function loadPerson(system: Db, entry: PersonEntry): Promise<void> {
  const organisationId = await organisationOf(system, entry)
  const id = await insertPerson(system, entry, organisationId)
  if (id === undefined) return
  await saveProfile(system, { id, organisationId }, textsFrom(entry), await consentsOf(system, entry, organisationId))
}

/** Runs as the system: nobody is there yet who could invite them. */
export const loadPeople: LoadDemonstration = async ({ system, folder }) => {
  const entries = JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')) as PersonEntry[]
  await system.transaction().execute(async (db) => {
    for (const entry of entries) await loadPerson(db, entry)
  })
}
