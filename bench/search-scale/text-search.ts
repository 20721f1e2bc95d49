// PostgreSQL's own text search over the same documents on the same server: tsvector, GIN, ts_rank_cd, any of the words.
import type pg from 'pg'
import { wordsIn } from '#thesaurus/words.ts'
import type { MakeDocument } from './documents.ts'
import type { Question } from './questions.ts'

const dictionaries: Readonly<Record<string, string>> = {
  ...{ de: 'german', en: 'english', fr: 'french', es: 'spanish' },
  ...{ nl: 'dutch', it: 'italian', pt: 'portuguese' },
}
const dictionaryOf = (lang: string): string => dictionaries[lang] ?? 'simple'
const batch = 2000

export async function fillTextSearch(owner: pg.Client, make: MakeDocument, documents: number): Promise<void> {
  await owner.query(`create table plain (id int primary key, audience int not null, tsv tsvector not null)`)
  for (let at = 1; at <= documents; at += batch) {
    const rows = Array.from({ length: Math.min(batch, documents - at + 1) }, (_, index) => {
      const { subject, audience, lang, title, summary, body } = make(at + index)
      return { id: subject, audience, dictionary: dictionaryOf(lang), title, text: `${summary} ${body}` }
    })
    await owner.query(
      `insert into plain select id, audience,
        setweight(to_tsvector(dictionary::regconfig, title), 'A') || to_tsvector(dictionary::regconfig, text)
      from json_to_recordset($1::json) as r (id int, audience int, dictionary text, title text, text text)`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query('create index on plain using gin (tsv)')
  await owner.query('vacuum (analyze) plain')
}

/** The best twenty within reach. */
export async function askTextSearch(
  owner: pg.Client,
  { text, lang }: Question,
  reach: readonly number[],
): Promise<void> {
  const words = wordsIn(text).map(({ word }) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const any = words.filter((word) => word !== '').join(' | ')
  const sql = `select id from plain, to_tsquery($1::regconfig, $2) as q where tsv @@ q and audience = any ($3::int[])
    order by ts_rank_cd(tsv, q) desc limit 20`
  await owner.query({ name: 'plain', text: sql, values: [dictionaryOf(lang), any, reach] })
}
