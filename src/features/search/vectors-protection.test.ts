// Whom could vectors show something, and what does an embedder get to read? Asserted on what the server received, and on
// what each person finds.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Visitor } from '../../../testing/app.ts'
import {
  changePractice,
  openTownWithMeaning,
  publishPractice,
  type TownWithMeaning,
} from '../../../testing/town-with-meaning.ts'
import { findDocuments } from './find-documents.ts'

const audienceOf = async ({ town }: TownWithMeaning, kind: 'organisation' | 'persons'): Promise<string> => {
  const tables = town.database.system.withTables<TrunkTables>()
  const ada = await town.personId('ada-lindmoser')
  const { organisation_id } = await tables
    .selectFrom('person')
    .select('organisation_id')
    .where('id', '=', ada)
    .executeTakeFirstOrThrow()
  if (kind === 'organisation') {
    const own = tables.selectFrom('audience').select('id').where('kind', '=', kind)
    return String((await own.where('organisation_id', '=', organisation_id).executeTakeFirstOrThrow()).id)
  }
  const circle = { kind, created_by: ada, forum_id: null, organisation_id: null }
  const { id } = await tables.insertInto('audience').values(circle).returning('id').executeTakeFirstOrThrow()
  await tables.insertInto('audience_person').values({ audience_id: id, person_id: ada }).execute()
  return String(id)
}

const signaturesOf = async ({ town }: TownWithMeaning, title: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(s.document_id)::int as count from search_document d join search_signature s on s.document_id = d.id
    join search_vector v on v.document_id = d.id where d.title = ${title}`.execute(town.database.system)
  return rows[0]?.count ?? 0
}
const finds = async (who: Visitor, title: string): Promise<boolean> =>
  (await who.page('/search?q=Plumpaquatsch')).includes(`>${title}<`)

describe('Where only what is public may be read', () => {
  let all: TownWithMeaning
  let ada: Visitor
  beforeAll(async () => {
    all = await openTownWithMeaning('public')
    ada = await all.town.as('ada-lindmoser')
  })

  test('what the network shares, profiles and what a city keeps to itself is never sent', async () => {
    await publishPractice(ada, 'Öffentlicher Quirlsteg')
    await publishPractice(ada, 'Quirlsteg im Netz', '2')
    await publishPractice(ada, 'Quirlsteg in Graz', await audienceOf(all, 'organisation'))
    const sent = (await all.follow()).join('\n')
    expect(sent).toContain('Öffentlicher Quirlsteg')
    expect(sent).not.toMatch(/Quirlsteg im Netz|Quirlsteg in Graz|Lindmoser/)
    const { rows } = await sql<{ open: number; all: number }>`
      select count(*) filter (where audience = 1)::int as open, count(*)::int as all from search_signature`.execute(
      all.town.database.system,
    )
    expect(rows[0]?.open).toBeGreaterThan(50)
    expect(rows[0]?.all).toBe(rows[0]?.open)
  })

  test('what is narrowed is found by its meaning by nobody, at once, and is not sent again', async () => {
    const id = await publishPractice(ada, 'Der Wirbelbrückenpfad')
    await all.follow()
    expect(await finds(all.town.visitor, 'Der Wirbelbrückenpfad')).toBe(true)
    await changePractice(ada, id, '1', 'Der Wirbelbrückenpfad', '2')
    expect(await finds(all.town.visitor, 'Der Wirbelbrückenpfad')).toBe(false)
    expect(await all.follow()).toEqual([])
    expect(await signaturesOf(all, 'Der Wirbelbrückenpfad')).toBe(0)
    expect(await finds(all.town.visitor, 'Der Wirbelbrückenpfad')).toBe(false)
  })

  test('what is withdrawn is gone from all tables that a request can read, at once, and from the kept ones after a day', async () => {
    const id = await publishPractice(ada, 'Der Wirbelbrückenrest')
    await all.follow()
    const count = async () =>
      (
        await sql<{ count: number }>`select (select count(*) from search_vector)::int as count`.execute(
          all.town.database.system,
        )
      ).rows[0]?.count ?? 0
    const before = await count()
    await ada.post(`/practices/${id}/withdrawal`)
    expect(await count()).toBe(before - 1)
    expect(await finds(all.town.visitor, 'Der Wirbelbrückenrest')).toBe(false)
    await sql`update search_vector_kept set gone_at = now() - interval '25 hours'`.execute(all.town.database.system)
    await all.follow()
    const { rows } = await sql`select 1 from search_vector_kept`.execute(all.town.database.system)
    expect(rows).toEqual([])
  })
})

describe('Where all may be read', () => {
  let all: TownWithMeaning
  let ada: Visitor
  beforeAll(async () => {
    all = await openTownWithMeaning('all')
    ada = await all.town.as('ada-lindmoser')
    await all.follow()
  })
  const asVisitor = () =>
    all.town.database.read({ visitor: true }, (db) =>
      findDocuments(db, {
        text: 'Plumpaquatsch Lampen',
        lang: 'de',
        limit: 100,
        offset: 0,
        now: all.town.now,
        meaning: all.meaning,
      }),
    )

  test('TLP:RED is sent to nobody, and has no vector', async () => {
    await publishPractice(ada, 'Roter Quirlsteg', await audienceOf(all, 'persons'))
    expect((await all.follow()).join('\n')).not.toContain('Roter Quirlsteg')
    expect(await signaturesOf(all, 'Roter Quirlsteg')).toBe(0)
    expect(await finds(ada, 'Roter Quirlsteg')).toBe(false)
    expect(await ada.page('/search?q=Roter Quirlsteg')).toContain('roter-quirlsteg')
  })

  test('what becomes TLP:RED loses its vector', async () => {
    const id = await publishPractice(ada, 'Erst grüner Quirlsteg', '2')
    await all.follow()
    expect(await signaturesOf(all, 'Erst grüner Quirlsteg')).toBe(1)
    await changePractice(ada, id, '1', 'Erst grüner Quirlsteg', await audienceOf(all, 'persons'))
    await all.follow()
    expect(await signaturesOf(all, 'Erst grüner Quirlsteg')).toBe(0)
  })

  test('each finds by meaning what they may see; others’ results, counts, scores stay the same to the last digit', async () => {
    const before = await asVisitor()
    for (let number = 1; number <= 3; number += 1)
      await publishPractice(ada, `Grazer Quirlsteg ${number}`, await audienceOf(all, 'organisation'))
    await publishPractice(ada, 'Quirlsteg für alle Städte', '2')
    expect((await all.follow()).join('\n')).toContain('Grazer Quirlsteg 1')
    expect(await asVisitor()).toEqual(before)
    const beatriz = await all.town.as('beatriz-ribeirinha-douro')
    expect(await finds(ada, 'Grazer Quirlsteg 1')).toBe(true)
    expect(await finds(beatriz, 'Quirlsteg für alle Städte')).toBe(true)
    expect(await finds(beatriz, 'Grazer Quirlsteg 1')).toBe(false)
    expect(await finds(all.town.visitor, 'Quirlsteg für alle Städte')).toBe(false)
  })

  test('the tables themselves give a visitor the rows of what is public, and nobody writes into them', async () => {
    const read = (statement: string) =>
      all.town.database.read(
        { visitor: true },
        async (db) => (await sql.raw<{ audience: number }>(statement).execute(db)).rows,
      )
    for (const table of ['search_signature', 'search_vector'])
      expect(await read(`select distinct audience from ${table}`)).toEqual([{ audience: 1 }])
    await expect(read('select 1 from search_vector_kept')).rejects.toThrow(/permission denied/)
    const key = { personId: await all.town.personId('ada-lindmoser') }
    for (const statement of ['delete from search_signature', 'update search_vector set audience = 1'])
      await expect(all.town.database.write(key, (db) => sql.raw(statement).execute(db))).rejects.toThrow(
        /permission denied/,
      )
  })
})
