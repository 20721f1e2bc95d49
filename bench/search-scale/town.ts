// A network on a database of its own, with somebody who asks: public and network, their city, a forum, two rooms.
import pg from 'pg'
import type { Key } from '#platform/db/database.ts'
import { openTemporaryIndex, type TemporaryIndex } from '../temporary-index.ts'
import { type Circles, type City, documentMaker, type MakeDocument } from './documents.ts'

export interface ScaleTown {
  readonly index: TemporaryIndex
  readonly owner: pg.Client
  readonly circles: Circles
  readonly cities: readonly City[]
  readonly make: MakeDocument
  readonly key: Key
  /** What the person reaches, as the database says. */
  readonly audiences: readonly number[]
}

const cityCount = 12

const people = `
  insert into forum (slug, names, country, membership_rule) values ('forum-germany', '{}', 'DE', 'independent');
  insert into organisation (slug, name, kind, country, active)
    select 'city-' || n, 'City ' || n, 'municipality', 'DE', true from generate_series(1, ${cityCount}) n;
  insert into forum_member (forum_id, organisation_id) select f.id, o.id from forum f, organisation o where o.slug = 'city-1';
  insert into person (slug, name, email, organisation_id, lang, role)
    select 'erika', 'Erika', 'erika@city.example', id, 'de', 'colleague' from organisation where slug = 'city-1';
  insert into audience (kind, created_by) select 'room', p.id from person p, generate_series(1, 2);
  insert into audience_person (audience_id, person_id) select a.id, p.id from audience a, person p where a.kind = 'room';`

export async function openScaleTown(): Promise<ScaleTown> {
  const index = await openTemporaryIndex()
  const owner = new pg.Client(index.owner)
  await owner.connect()
  await owner.query(people)
  const audienceIds = async (sql: string): Promise<number[]> =>
    (await owner.query(sql)).rows.map(({ id }) => Number(id))
  const all = await audienceIds('select id from audience order by id')
  const [person] = (await owner.query('select id from person')).rows
  const key: Key = { personId: person.id }
  const audiences = await index.database.read(key, async (_, viewer) => viewer.audiences)
  const foreign = all.filter((id) => !audiences.includes(id))
  const own = audiences.filter((id) => id > 2)
  const cities = (
    await owner.query<City>("select id, name, slug from organisation where kind <> 'unnamed' order by id")
  ).rows
  const circles = { own, foreign }
  return { index, owner, key, audiences, circles, cities, make: documentMaker(circles, cities) }
}

export async function closeScaleTown({ index, owner }: ScaleTown): Promise<void> {
  await owner.end()
  await index.close()
}

const batch = 5000

/** The rows of the trunk to which the documents of the index belong, each in its audience. */
export async function insertContributions({ owner, make }: ScaleTown, documents: number): Promise<void> {
  for (let at = 1; at <= documents; at += batch) {
    const rows = Array.from({ length: Math.min(batch, documents - at + 1) }, (_, index) => {
      const { subject, title, lang, audience, organisation } = make(at + index)
      return { id: subject, title, lang, audience_id: audience, organisation_id: organisation?.id }
    })
    await owner.query(
      `insert into contribution (id, kind, title, summary, lang, concepts, author_id, organisation_id, audience_id, state, published_at)
        overriding system value
        select r.id, 'practice', r.title, '', r.lang, '{}', p.id, r.organisation_id, r.audience_id, 'published', now()
        from json_populate_recordset(null::contribution, $1::json) r, person p`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query('analyze')
}
