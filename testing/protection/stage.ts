// The stage for policies and matrix: the cast and its things, put by the owner into a town's database.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { AudienceKind } from '#kernel/audience.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { features } from '../../src/features.ts'
import type { Town } from '../app.ts'
import { type RoleName, type Thing, things } from './cast.ts'
import { aboutContributions, type Column, type Row, readColumns, seedRow } from './seed-rows.ts'

export interface Piece extends Thing {
  readonly kind: string
  readonly id: number
  readonly title: string
  /** One row of every table that hangs on contributions. */
  readonly rows: ReadonlyMap<string, Row>
}
export interface Stage {
  readonly owner: pg.Client
  readonly columns: readonly Column[]
  /** Undefined for the visitor. */
  readonly persons: Readonly<Record<RoleName, number | undefined>>
  readonly organisations: Readonly<Record<RoleName, number | undefined>>
  readonly audiences: Readonly<Record<AudienceKind, number>>
  readonly pieces: readonly Piece[]
  /** Session cookies, with the secret that each holds. */
  readonly cookies: Readonly<Record<RoleName, string>>
}

type Ask = <Value>(sql: string, values?: readonly unknown[]) => Promise<Value>
const askOf =
  (owner: pg.Client): Ask =>
  async (sql, values = []) =>
    Object.values((await owner.query(sql, [...values])).rows[0] ?? {})[0] as never

const addPerson = (ask: Ask, slug: string, organisation: number, role = 'colleague', left = false): Promise<number> =>
  ask<number>(
    `insert into person (slug, name, email, role, organisation_id, lang, left_at) values ($1, $2, $3, $4, $5, 'en', $6) returning id`,
    [slug, slug, `${slug}@stage.example`, role, organisation, left ? new Date('2026-01-02') : null],
  )

async function findPeople(ask: Ask): Promise<Record<RoleName, number | undefined>> {
  const known = (slug: string) => ask<number>('select id from person where slug = $1', [slug])
  const author = await known('jonte-pfalzgrafer')
  const home = await ask<number>('select organisation_id from person where id = $1', [author])
  const neighbour = await ask<number>(
    `select m.organisation_id from forum_member m join forum f on f.id = m.forum_id join organisation o on o.id = m.organisation_id
     where f.slug = 'forum-germany' and o.active and o.id <> $1 order by o.slug limit 1`,
    [home],
  )
  const partner = await ask<number>(
    `insert into organisation (slug, name, kind, country, active) values ('stage-partner', 'Partner', 'partner', 'DE', false) returning id`,
  )
  return {
    visitor: undefined,
    author,
    colleague: await addPerson(ask, 'karla', home),
    coordinator: await addPerson(ask, 'konrad', home, 'coordinator'),
    'same forum': await addPerson(ask, 'hanno', neighbour),
    'other forum': await known('assia-verdonnel'),
    named: await known('beatriz-ribeirinha-douro'),
    'forum office': await known('carsten-mittelweg'),
    'network office': await known('irena-halvorsdottir-blau'),
    partner: await addPerson(ask, 'petra', partner),
    former: await addPerson(ask, 'frieda', home, 'colleague', true),
  }
}

async function findAudiences(ask: Ask, author: number, named: number): Promise<Record<AudienceKind, number>> {
  const audience = (kind: AudienceKind) =>
    ask<number>('insert into audience (kind, created_by) values ($1, $2) returning id', [kind, author])
  const room = await audience('room')
  const persons = await audience('persons')
  for (const id of [room, persons])
    for (const who of [author, named]) await ask('insert into audience_person values ($1, $2)', [id, who])
  // By invitation; the author looks after it.
  await ask(
    `insert into room (audience_id, name, aim, lang, entry, listed_for, chatham) values ($1, 'Stage room', '', 'en', 'invitation', 2, false)`,
    [room],
  )
  await ask('update audience_person set host = true where audience_id = $1 and person_id = $2', [room, author])
  return {
    public: 1,
    network: 2,
    forum: await ask(`select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`),
    room,
    organisation: await ask(
      'select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.id = $1',
      [author],
    ),
    persons,
  }
}

/** Written by the software in one state of a contribution only; nothing on the stage is asked as a member city (see veils). */
const onlyWhile: Readonly<Record<string, string>> = {
  ...{ withdrawal: 'withdrawn', search_document: 'published' },
  ...{ veil: 'never', veil_lifting: 'never' },
}

const storedAs = (id: number): string => `ab/${String(id).padStart(36, '0')}`

/** What the catalogue does not say of a row. */
const givenIn = (table: string, id: number): Row => {
  if (table === 'mail') return { name: `mail-${id}`, email: `mail-${id}@city.example` }
  if (table !== 'attachment') return {}
  return { stored_as: storedAs(id), name: 'plan.txt', media_type: 'text/plain', reply_id: null }
}

async function writePiece(
  stage: Omit<Stage, 'pieces' | 'cookies'>,
  kind: string,
  thing: Thing,
  own: ReadonlyMap<string, Row>,
): Promise<Piece> {
  const { owner, columns, persons, organisations, audiences } = stage
  const title = `${kind} ${thing.name} secretword${thing.name.replaceAll(' ', '')}`
  const audience_id = audiences[thing.audience]
  const contribution = await seedRow(owner, columns, 'contribution', {
    ...{ kind, title, lang: 'en', author_id: persons.author, steward_id: persons.author },
    ...{ organisation_id: organisations.author, audience_id },
    ...{ state: thing.state, published_at: '2026-01-05', summary: title },
  })
  const known = new Map<string, Row>([
    ['contribution', contribution],
    ['person', { id: persons.author }],
    ['organisation', { id: organisations.author }],
    ['audience', { id: audience_id }],
    ...own,
  ])
  for (const [table] of aboutContributions(columns)) {
    if (table in onlyWhile && onlyWhile[table] !== thing.state) continue
    known.set(table, await seedRow(owner, columns, table, givenIn(table, Number(contribution['id'])), known))
  }
  await seedRow(owner, columns, 'attachment_preview', { width: 48, height: 68, pages: 1, drawn: 1 }, known)
  return { ...thing, kind, id: Number(contribution['id']), title, rows: known }
}

const giveSession = async (ask: Ask, person: number | undefined): Promise<string> => {
  if (person === undefined) return ''
  const token = newToken()
  const until = new Date(Date.now() + 86_400_000)
  await ask('insert into session (person_id, token_hash, expires_at) values ($1, $2, $3)', [
    person,
    sha256(token),
    until,
  ])
  return `session=${token}`
}

const each = async <Value>(
  persons: Stage['persons'],
  give: (person: number | undefined) => Promise<Value>,
): Promise<Record<RoleName, Value>> => {
  const entries: [string, Value][] = []
  for (const [role, person] of Object.entries(persons)) entries.push([role, await give(person)])
  return Object.fromEntries(entries) as Record<RoleName, Value>
}

/** Sets the stage; the owner's connection stays open for the test and must be ended. */
export async function setStage(town: Town): Promise<Stage> {
  const owner = new pg.Client(town.owner)
  await owner.connect()
  const ask = askOf(owner)
  const columns = await readColumns(owner)
  const persons = await findPeople(ask)
  const organisations = await each(persons, (id) =>
    ask<number>('select organisation_id from person where id = $1', [id]),
  )
  const audiences = await findAudiences(ask, persons.author ?? 0, persons.named ?? 0)
  const stage = { owner, columns, persons, organisations, audiences }
  const pieces: Piece[] = []
  // Jonte's, open to everybody, so that what lies in it is attacked hard: those of the demonstration are other people's.
  const open = { owner_id: persons.author, audience_id: audiences.public }
  const folder = await seedRow(owner, columns, 'bookmark_folder', open)
  // And a saved search of his, which everything there answers.
  const search = await seedRow(owner, columns, 'saved_search', { person_id: persons.author, text: 'stage' })
  const own = new Map([
    ['bookmark_folder', folder],
    ['saved_search', search],
  ])
  const kinds = features.flatMap((feature) => feature.kinds ?? []).map(({ kind }) => kind)
  for (const kind of kinds) for (const thing of things) pieces.push(await writePiece(stage, kind, thing, own))
  mkdirSync(join(town.dataDir, 'files', 'ab'), { recursive: true })
  for (const { id } of pieces)
    for (const ending of ['', '.preview', '.page-1'])
      writeFileSync(join(town.dataDir, 'files', `${storedAs(id)}${ending}`), 'a plan')
  return { ...stage, pieces, cookies: await each(persons, (id) => giveSession(ask, id)) }
}
