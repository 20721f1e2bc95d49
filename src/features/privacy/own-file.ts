// Everything about somebody as one ZIP, in pieces: a file for each part, the files they brought, and a page that explains them.
import { ReadableStream } from 'node:stream/web'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Translate } from '#kernel/locale.ts'
import type { Database, Db, Key } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { readStored } from '#platform/files/uploads.ts'
import { type PersonalPart, personalParts } from '#platform/personal.ts'
import { declaredColumns, tablesOfPart } from './personal.ts'
import {
  listOwnUploads,
  type Owning,
  type OwnRow,
  type OwnUpload,
  readOwnAddress,
  readOwnRows,
  readTables,
} from './store-own.ts'

export interface OwnFileParts {
  readonly database: Database
  readonly key: Key
  readonly personId: number
  readonly features: readonly Feature[]
  readonly dataDir: string
  readonly t: Translate
}

/** The format without its extension holds four gibibytes; files beyond are listed, each with its address. */
const mostBytes = 3_500_000_000

type Page = { readonly rows: readonly OwnRow[]; readonly last: boolean }

/** Each page in a transaction of its own: a slow reader holds no connection, and who loses a right gets nothing more by it. */
async function* rowsAsJson({ database, key }: OwnFileParts, read: (db: Db, page: number) => Promise<Page>) {
  yield '['
  for (let page = 0, before = ''; ; page += 1) {
    const at = page
    const { rows, last } = await database.read(key, (db) => read(db, at))
    if (rows.length > 0) yield before + rows.map((row) => JSON.stringify(row, null, 1)).join(',\n')
    if (rows.length > 0) before = ',\n'
    if (last) break
  }
  yield ']'
}

type Tables = Awaited<ReturnType<typeof readTables>>

/** What the rows of a part may hang on. */
const owning: Partial<Record<PersonalPart, Owning>> = {
  contributions: 'contribution_id',
  replies: 'reply_id',
  files: 'attachment_id',
}

/**
 * Tables with somebody's rows, and what hangs on these: one row of it (what makes a practice a practice), or many of a table
 * that names no person itself.
 */
function contentsOf(features: readonly Feature[], tables: Tables, part: PersonalPart) {
  const declared = new Map(tablesOfPart(features, part).map((by) => [by.table, by]))
  const elsewhere = new Set(declaredColumns(features).map(({ table }) => table))
  return [...tables.values()].flatMap((table) => {
    const its = declared.get(table.table)
    const on = owning[part]
    const hangs = on !== undefined && table.hangsOn === on && (table.key.length === 1 || !elsewhere.has(table.table))
    if (its === undefined && (!hangs || elsewhere.has(table.table))) return []
    return { table, by: { columns: its?.columns ?? [], also: its?.also ?? [], hangsOn: hangs ? on : undefined } }
  })
}

async function* partAsJson(parts: OwnFileParts, tables: Tables, part: PersonalPart): AsyncGenerator<string> {
  const { personId, features } = parts
  yield '{'
  if (part === 'account') yield `"address": ${JSON.stringify(await parts.database.read(parts.key, readOwnAddress))}`
  let before = part === 'account' ? ',\n' : ''
  for (const { table, by } of contentsOf(features, tables, part)) {
    yield `${before}"${table.table}": `
    before = ',\n'
    yield* rowsAsJson(parts, (db, page) => readOwnRows(db, table, by, personId, page))
  }
  yield '}\n'
}

const explanation = (t: Translate): string =>
  [
    t('privacy.file-lead'),
    ...personalParts.map((part) => `${part}.json\n  ${t(`privacy.part-${part}`)}: ${t(`privacy.part-${part}-text`)}`),
  ].join('\n\n')

const nameOf = ({ table, id, name }: OwnUpload): string => `files/${table}/${id}-${name}`

async function* uploads({ database, key, personId, dataDir, features }: OwnFileParts) {
  let total = 0
  for (const declared of declaredColumns(features).filter(({ isFile }) => isFile))
    for (const upload of await database.read(key, (db) => listOwnUploads(db, declared, personId))) {
      total += upload.size
      if (total > mostBytes) return
      const content = await readStored(dataDir, upload.storedAs)
      if (content !== undefined) yield { name: nameOf(upload), content }
    }
}

async function* pieces(parts: OwnFileParts): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const begin = <Entry extends ZipDeflate | ZipPassThrough>(entry: Entry): Entry => {
    zip.add(entry)
    return entry
  }
  begin(new ZipDeflate('README.txt')).push(strToU8(`${explanation(parts.t)}\n`), true)
  const tables = await parts.database.read(parts.key, readTables)
  for (const part of personalParts) {
    const entry = begin(new ZipDeflate(`${part}.json`, { level: 3 }))
    for await (const text of partAsJson(parts, tables, part)) {
      entry.push(strToU8(text))
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
  }
  for await (const { name, content } of uploads(parts)) {
    begin(new ZipPassThrough(name)).push(content, true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** Nothing is read before somebody takes it. */
export const ownFileStream = (parts: OwnFileParts): ReadableStream<Uint8Array> => ReadableStream.from(pieces(parts))
