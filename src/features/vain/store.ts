// Counting, as the system; reading and ticking off, as the office of the network, to whom alone the database shows it.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import type { NotedWords } from './noted.ts'
import type { VainTables } from './tables.ts'
import { enoughTimes, monthOf, monthsKept, sameWords, type VainSearch } from './vain-search.ts'

const tablesOf = (db: Db) => db.withTables<VainTables>()

/** Words come into the table with the search that makes them often enough; several processes add up. */
export async function keepCounts(system: Db, noted: readonly NotedWords[], secret: string, now: Date): Promise<void> {
  for (const { words, lang, times } of noted) {
    const digest = keyedDigest(`${lang} ${sameWords(words)}`, secret, 'searched in vain')
    await sql`
      insert into vain_search as v (month, lang, digest, times, words)
      values (${monthOf(now)}::date, ${lang}, ${digest}, ${times}, ${times >= enoughTimes ? words : null})
      on conflict (month, lang, digest) do update set times = v.times + excluded.times,
        words = coalesce(v.words, case when v.times + excluded.times >= ${enoughTimes} then ${words} end)`.execute(
      tablesOf(system),
    )
  }
}

export async function forgetOld(system: Db, now: Date): Promise<void> {
  await sql`delete from vain_search where month < ${monthOf(now)}::date - make_interval(months => ${monthsKept})`.execute(
    tablesOf(system),
  )
}

/** Not ticked off yet, what was asked most first; the months of the same words together. */
export async function listVain(db: Db, atMost: number): Promise<VainSearch[]> {
  const { rows } = await sql<VainSearch>`
    select max(id) as id, (array_agg(words order by month desc))[1] as words, lang, sum(times)::int as times, max(month) as month
    from vain_search where done_at is null group by lang, digest
    order by sum(times) desc, max(month) desc, max(id) limit ${atMost}`.execute(tablesOf(db))
  return rows
}

/** How many there are for the office to look at; for everybody else the database shows none. */
export async function countVain(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct (lang, digest)) as count from vain_search where done_at is null`.execute(tablesOf(db))
  return rows[0]?.count ?? 0
}

/** These words in all months so far. False: there are none. */
export async function markDone(db: Db, id: number, now: Date): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('vain_search')
    .set({ done_at: now })
    .where(sql<boolean>`(lang, digest) = (select v.lang, v.digest from vain_search v where v.id = ${id})`)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows > 0n
}

/** Of the demonstration's loader. */
export async function putVain(system: Db, row: NotedWords & { month: string }, secret: string): Promise<void> {
  const { words, lang, times, month } = row
  const digest = keyedDigest(`${lang} ${sameWords(words)}`, secret, 'searched in vain')
  await tablesOf(system)
    .insertInto('vain_search')
    .values({ month, lang, digest, times, words })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
