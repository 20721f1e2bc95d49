// How somebody comes to a file: by its personal address (the secret in the query), or by a session. Both then meet the same policies.
import { idFrom } from '#kernel/address.ts'
import { notFound, signInNeeded } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import type { ActVisit, AnyVisit, PageVisit } from '#platform/http/visit.ts'
import type { OnFile } from './actions/take-step.ts'
import { keyQuery } from './inputs.ts'
import type { FileKey } from './paths.ts'
import { enterByAddress } from './store.ts'

const openings: Limit = { name: 'files of accession opened from a computer', tries: 300, seconds: 15 * 60 }

export const keyOf = (c: AnyVisit): FileKey => {
  const query = readQuery(c, keyQuery)
  return query.valid && query.value.token !== '' ? query.value.token : undefined
}

/** The file's number, entered for the rest of this transaction. A wrong secret and a file that is not there look the same. */
async function enter(c: AnyVisit, db: Db): Promise<number> {
  const id = idFrom(c.req.param('id'))
  const key = keyOf(c)
  if (key === undefined && !isSignedIn(c.var.viewer)) throw signInNeeded()
  if (id === undefined) throw notFound()
  if (key === undefined) return id
  countTry(openings, remoteAddress(c), c.var.now)
  if (!(await enterByAddress(db, id, key))) throw notFound()
  return id
}

export const enterPage = (c: PageVisit): Promise<number> => enter(c, c.var.db)
export const onFileOf =
  (c: ActVisit): OnFile =>
  (work) =>
    c.var.asPerson(async (db) => work(db, await enter(c, db)))
