// The file that somebody takes along: everything that is theirs, and nothing of anybody else.
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { personalParts } from '#platform/personal.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { features } from '../../features.ts'
import { applyRetention } from './jobs.ts'
import { retentions, tablesOfPart } from './personal.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

type Parts = Record<string, Record<string, Record<string, unknown>[]>>
async function fileOf(who: Visitor): Promise<{ entries: Record<string, Uint8Array>; parts: Parts; text: string }> {
  const answer = await who.get('/my-data/my-data.zip')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const entries = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const texts = Object.entries(entries).filter(([name]) => name.endsWith('.json'))
  const parts = Object.fromEntries(texts.map(([name, bytes]) => [name.slice(0, -5), JSON.parse(strFromU8(bytes))]))
  return {
    entries,
    parts,
    text: Object.values(entries)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
  }
}

test('holds Ada’s account, contributions whole, replies, files and folders, with a page that explains them', async () => {
  const practice = await fill(
    town,
    `select id from contribution c join practice p on p.contribution_id = c.id where state = 'published'
      and author_id = (select id from person where slug = 'ada-lindmoser') order by length(response) desc, id limit 1`,
  )
  await ada.post(`/contributions/${practice}/attachments`, {
    file: new File(['lamps of Graz'], 'lamps.txt', { type: 'text/plain' }),
  })
  await ada.post(`/contributions/${practice}/replies`, { text: 'My own reply about lamps', lang: 'en' })
  const { parts, entries, text } = await fileOf(ada)
  expect(parts['account']?.['address']).toMatch(/^ada/)
  expect(parts['contributions']?.['contribution']?.map(({ id }) => id)).toContain(practice)
  const details = parts['contributions']?.['practice']?.find((row) => row['contribution_id'] === practice)
  expect(String(details?.['response'] ?? JSON.stringify(details)).length).toBeGreaterThan(100)
  expect(JSON.stringify(parts['replies'])).toContain('My own reply about lamps')
  const brought = Object.keys(entries).find((name) => name.startsWith('files/') && name.endsWith('lamps.txt'))
  expect(strFromU8(entries[brought ?? ''] ?? new Uint8Array())).toBe('lamps of Graz')
  expect(strFromU8(entries['README.txt'] ?? new Uint8Array())).toContain('everything that is stored about you')
  expect(text).not.toMatch(/token_hash|password_hash|sealed_secret|stored_as/)
})

test('holds nothing of others: of no table a row that is not hers, and a colleague’s draft not at all', async () => {
  const adaId = await town.personId('ada-lindmoser')
  const { parts } = await fileOf(ada)
  const idsOf = async (sql: string) => (await rowsOf<{ id: number }>(town, sql)).map(({ id }) => id)
  const hers = await idsOf(`select id from contribution where ${adaId} in (author_id, steward_id)
    union all select contribution_id from message where to_id = ${adaId}`)
  const answers = await idsOf(`select id from poll_answer where ${adaId} in (given_by, changed_by)`)
  for (const part of personalParts)
    for (const { table, columns, also } of tablesOfPart(features, part))
      for (const row of parts[part]?.[table] ?? []) {
        if (also.includes('own_answers')) expect(answers).toContain(row['id'])
        else if (!hers.includes(Number(row[table === 'contribution' ? 'id' : 'contribution_id'] ?? 0)))
          expect(
            columns.map((column) => row[column]),
            table,
          ).toContain(adaId)
      }
  expect(parts['polls']?.['poll_answer']?.length).toBe(answers.length)
  expect((await town.visitor.get('/my-data/my-data.zip')).status).toBe(303)
})

test('what no longer reaches her is not in it', async () => {
  const circle = await fill(
    town,
    `insert into audience (kind, created_by) select 'persons', id from person where slug = 'jonte-pfalzgrafer' returning id`,
  )
  await fill(
    town,
    `insert into audience_person (audience_id, person_id) select ${circle}, id from person where slug = 'ada-lindmoser'`,
  )
  const thing = await fill(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
     select 'question', 'Circle of few', 'en', id, organisation_id, ${circle}, 'published', now() from person where slug = 'jonte-pfalzgrafer' returning id`,
  )
  await ada.post(`/contributions/${thing}/replies`, { text: 'Said among few', lang: 'en' })
  expect((await fileOf(ada)).text).toContain('Said among few')
  await fill(town, `delete from audience_person where audience_id = ${circle}`)
  expect((await fileOf(ada)).text).not.toContain('Said among few')
})

describe('what is kept for a time', () => {
  test('is told to everybody in every language, with the number that the job uses', async () => {
    for (const lang of languages) {
      const html = await (await town.visitor.get('/retention', { 'accept-language': lang })).text()
      expect(html).not.toContain('privacy.kept')
      expect(html).toMatch(/\b180\b/)
      expect(html).toMatch(/\b730\b/)
    }
  })

  test('is forgotten after it and not before: links, sessions, invitations, reports, enquirers', async () => {
    const person = `(select id from person where slug = 'ada-lindmoser')`
    const count = (sql: string) => fill(town, `select count(*) from ${sql}`)
    await fill(
      town,
      `insert into sign_in_link (email, expires_at) values ('old@x.example', now() - interval '25 hours'), ('fresh@x.example', now() - interval '1 hour')`,
    )
    await fill(
      town,
      `insert into personal_token (person_id, name, token_hash, expires_at) values (${person}, 'old', 'a', now() - interval '31 days'), (${person}, 'kept', 'b', now() - interval '29 days')`,
    )
    const thing = await fill(town, 'select min(id) from contribution')
    for (const days of [366, 364])
      await fill(
        town,
        `insert into report (contribution_id, reason, title, text, lang, decided_at) values (${thing}, 'insult', '${days}', 'words', 'en', now() - interval '${days} days') returning id`,
      )
    await fill(
      town,
      `update accession set created_at = now() - interval '731 days', admitted_at = null where id = (select min(id) from accession)`,
    )
    const common = testJobs(town.database.system, town.dataDir)
    await applyRetention({ ...common, mail: async () => undefined, now: () => town.now })
    expect([
      await count(`sign_in_link where email = 'old@x.example'`),
      await count(`sign_in_link where email = 'fresh@x.example'`),
    ]).toEqual([0, 1])
    expect([
      await count(`personal_token where name = 'old'`),
      await count(`personal_token where name = 'kept'`),
    ]).toEqual([0, 1])
    expect([await count(`report where title = '366'`), await count(`report where title = '364'`)]).toEqual([0, 1])
    expect(await count(`accession where contact_email = ''`)).toBe(1)
  })

  test('has a name each, once', () => {
    const names = retentions(features).map(({ name }) => name)
    expect(names.length).toBe(new Set(names).size)
    expect(names.length).toBeGreaterThan(15)
  })
})
