// How handlers find what something stands below, and ask first whether whoever acts may.
import { idFrom } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn, Viewer } from '#kernel/viewer.ts'
import { judgeTry, type Limit } from '#platform/http/limits.ts'
import type { ActVisit, AnyVisit } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { countCalls } from './mentions.ts'
import { replyIn } from './paths.ts'

/** Of files, to whatever they are attached. */
export const uploads: Limit = { name: 'uploads', tries: 60, seconds: 600 }

/** Each is a mail to somebody. */
export const callings: Limit = { name: 'people called', tries: 100, seconds: 3600 }

/** Of a reply, whichever way it comes: its files, and whom it calls. */
export function judgeReply({ person }: SignedIn, text: string, files: readonly File[], now: Date): Issue | undefined {
  const who = String(person.id)
  const ofFiles = files.length === 0 ? undefined : judgeTry(uploads, who, now, { field: 'files' })
  return ofFiles ?? judgeTry(callings, who, now, { field: 'text', worth: countCalls(text) })
}

export const pathOf = (c: AnyVisit, { kind, id, title }: Pick<Contribution, 'kind' | 'id' | 'title'>): string =>
  c.var.kinds.get(kind)?.path(id, title) ?? '/'

export async function reachable(
  c: AnyVisit,
  work: (path: string, thing: Contribution) => Response | Promise<Response>,
): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  const thing = await c.var.database.read(c.var.key, async (db) =>
    id === undefined ? undefined : findAnyContribution(db, id, c.var.t.lang),
  )
  if (thing === undefined) throw notFound()
  return work(pathOf(c, thing), thing)
}

/** Whoever may not is told so before anything they brought is read. */
export const guard = (c: ActVisit, may: (viewer: Viewer, thing: Contribution) => boolean): Promise<void> =>
  c.var.asPerson(async (db) => {
    const id = idFrom(c.req.param('id'))
    const thing = id === undefined ? undefined : await findAnyContribution(db, id, c.var.t.lang)
    if (thing === undefined) throw notFound()
    if (!may(c.var.viewer, thing)) throw forbidden()
  })

/** The reply on its page of the thread. */
export const placeOf = (c: AnyVisit, thing: Pick<Contribution, 'kind' | 'id' | 'title'>, replyId: number): string =>
  replyIn(pathOf(c, thing), replyId)
