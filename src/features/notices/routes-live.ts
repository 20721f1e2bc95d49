// What the bell of an open page asks: to be told that something came or was read, and how much is unread then.
import { notFound, tooMany } from '#kernel/stop.ts'
import { type ApartVisit, get, getApart, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { countPath, livePath } from './paths.ts'
import { countUnread } from './store.ts'

/** Tells nothing but that there is something to ask for. */
function follow(c: ApartVisit): Promise<Response> {
  const { person } = signedIn(c)
  const { key, streams } = c.var
  if (!('session' in key)) throw notFound()
  if (streams.isFull()) throw tooMany(60)
  return streams.open({ topic: 0, personId: person.id, session: key.session }, async () => [])
}

async function count(c: PageVisit): Promise<Response> {
  signedIn(c)
  const unread = await countUnread(c.var.db)
  c.header('cache-control', 'private, no-store')
  return c.json({ count: unread, words: c.var.t('ui.news-count', { count: unread }) })
}

export const liveRoutes: readonly Route[] = [getApart(livePath, follow), get(countPath, count)]
