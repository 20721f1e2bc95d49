// The link of a mail that ends such mails: opens without signing in, changes nothing by being opened. Mail programs press it
// by a POST to the same address (RFC 8058), so all that it needs stands in there.
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, type ApartVisit, getApart, post, type Route } from '#platform/http/visit.ts'
import { namingOf } from './ending.ts'
import { endingInput } from './inputs.ts'
import { endingPath } from './paths.ts'
import { endAlerts, listSearchesById } from './store.ts'
import { EndedPage, EndingPage } from './views/ending-page.tsx'

const openings: Limit = { name: 'ending alerts from a computer', tries: 60, seconds: 15 * 60 }

function linkOf(c: AnyVisit) {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, endingInput)
  const naming = query.valid ? namingOf(query.value, c.var.settings.secret) : undefined
  return query.valid && naming !== undefined ? { ...query.value, naming } : undefined
}

const drawEnded = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'saved.ending-spent' : 'saved.ended')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <EndedPage t={c.var.t} spent={spent} />))
}

/** As the person whom the mail was sent to: nobody who has left, and nobody else's searches. */
async function showEnding(c: ApartVisit): Promise<Response> {
  const { t, draw, database } = c.var
  const link = linkOf(c)
  if (link === undefined) return drawEnded(c, true)
  const searches = await database.read({ personId: link.by }, async (db, viewer) =>
    isSignedIn(viewer) ? listSearchesById(db, link.of) : [],
  )
  if (searches.length === 0) return drawEnded(c, true)
  const names = link.naming === 'named' ? searches.map(({ name }) => name) : []
  const props = { t, names, count: searches.length, action: endingPath(link) }
  return unkept(draw({ title: t('saved.ending') }, <EndingPage {...props} />))
}

async function end(c: ActVisit): Promise<Response> {
  const link = linkOf(c)
  if (link === undefined) return drawEnded(c, true)
  const there = await c.var.database.write({ personId: link.by }, async (db, viewer) => {
    if (!isSignedIn(viewer)) return false
    await endAlerts(db, link.of)
    return (await listSearchesById(db, link.of)).length > 0
  })
  return drawEnded(c, !there)
}

export const endingRoutes: readonly Route[] = [
  getApart('/saved-searches/ending', showEnding),
  post('/saved-searches/ending', end),
]
