// Every column that names a person or holds an address is declared: a table that forgets it fails here on its first day.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { features } from '../../features.ts'
import { type DeclaredColumn, declaredColumns } from './personal.ts'

const declared = declaredColumns(features)
const nameOf = ({ table, column }: Pick<DeclaredColumn, 'table' | 'column'>): string => `${table}.${column}`
const known = new Set(declared.map(nameOf))
/** Texts that an erasure empties with the address beside them. */
const emptied = new Set(
  declared.flatMap(({ table, erasure }) =>
    typeof erasure === 'string' ? [] : erasure.map((column) => nameOf({ table, column })),
  ),
)

let town: Town
const list = async (sql: string): Promise<string[]> =>
  (await rowsOf<{ name: string }>(town, sql)).map(({ name }) => name)
beforeAll(async () => {
  town = await openTown('empty')
})

const columnsWhere = (condition: string): Promise<string[]> =>
  list(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${condition} order by 1`)

describe('the declarations', () => {
  test('name every column that points to a person, directly or through a way to sign in', async () => {
    const pointing =
      await columnsWhere(`exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid
      and a.attnum = any (f.conkey) and f.confrelid in ('person'::regclass, 'password_sign_in'::regclass))`)
    expect(pointing.length).toBeGreaterThan(50)
    expect(pointing.filter((name) => !known.has(name))).toEqual([])
  })

  test('name every column in which an e-mail address, a phone number or a person’s name stands', async () => {
    const texts = await columnsWhere(
      `a.atttypid = 'text'::regtype and a.attname ~ '(^|_)(e?mail|phone|telephone|contact_name|person_name)$'`,
    )
    expect(texts.length).toBeGreaterThan(5)
    const of = (name: string) => known.has(name) || emptied.has(name)
    // Of a row that goes with the address in it.
    const goes = new Set(declared.filter(({ erasure }) => erasure === 'delete').map(({ table }) => table))
    expect(texts.filter((name) => !of(name) && !goes.has(name.split('.')[0] ?? ''))).toEqual([])
  })

  test('name no column that does not exist, and empty none that must not be empty', async () => {
    const all = new Set(await columnsWhere('true'))
    expect([...known, ...emptied].filter((name) => !all.has(name))).toEqual([])
    const required = new Set(await columnsWhere('a.attnotnull'))
    expect(declared.filter((one) => one.erasure === 'empty' && required.has(nameOf(one))).map(nameOf)).toEqual([])
  })

  test('put into the own file what its owner may read, and leave nothing of it out', async () => {
    const readable = new Set(await columnsWhere(`has_column_privilege('vicinia_app', c.oid, a.attnum, 'select')`))
    const inFile = declared.filter(({ part, also }) => part !== undefined && also === undefined).map(nameOf)
    expect(inFile.filter((name) => !readable.has(name))).toEqual([])
    // Decisions taken for an office or a city are its books; they are read there.
    const books =
      /^(?:fee|invoice|issuer|billing|membership|resignation|suspension|population|renaming|succession|bank|settlement|reminder|proposal_decision|contact|translation|webhook)/
    const own = declared.filter(({ by, part }) => by === undefined && part === undefined).map(nameOf)
    // Whoever stands in for others, gets no messages from them, or stands in what they were told, is not told so by their own file.
    expect(own.filter((name) => readable.has(name) && !books.test(name)).sort()).toEqual([
      'absence.substitute_id',
      'accession_step.by_person',
      'message_block.blocked_id',
      'notice.by_id',
      'practice_revision.by_id',
    ])
  })
})
