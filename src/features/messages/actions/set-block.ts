// Take no messages from somebody, or from anybody, and take them again. Told to nobody: no fact, no mail.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { block, endBlock, findPersonId } from '../store-blocks.ts'

/** `whom`: the name in the address of their page; `*` for everybody. */
export const setBlock = (asPerson: AsPerson, { person }: SignedIn, whom: string, wanted: boolean): Promise<void> =>
  asPerson(async (db) => {
    const found = whom === '*' ? { id: null } : await findPersonId(db, whom)
    if (found === undefined || found.id === person.id) throw notFound()
    if (wanted) await block(db, person.id, found.id)
    else await endBlock(db, found.id)
  })
