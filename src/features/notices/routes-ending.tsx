// The link of a mail that ends such mails: opens without signing in, changes nothing by being opened. Mail programs press it
// by a POST to the same address (RFC 8058), so all that it needs stands in there.
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, type ApartVisit, getApart, post, type Route } from '#platform/http/visit.ts'
import { endMails } from './actions/end-mails.ts'
import { type Ending, endingFrom, isOurs } from './ending.ts'
import { endingInput } from './inputs.ts'
import { endingPath } from './paths.ts'
import { EndedPage, EndingPage } from './views/ending-page.tsx'
import { reasonOf } from './why.ts'

const openings: Limit = { name: 'ending notices from a computer', tries: 60, seconds: 15 * 60 }

function linkOf(c: AnyVisit) {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, endingInput)
  if (!query.valid || !isOurs(query.value, c.var.settings.secret)) return undefined
  const ending = endingFrom(query.value.of)
  return ending === undefined ? undefined : { ...query.value, ending }
}

/** In the words of the mail, and no more: the link is read by more eyes than a page. */
function wordsOf(c: AnyVisit, ending: Ending): string {
  if (ending.ends === 'thing') return c.var.t('notices.ending-thing')
  const reason =
    ending.ends === 'city' ? { by: 'city' as const } : { by: ending.subscription.kind, ref: ending.subscription.ref }
  return reasonOf(c.var.t, c.var.features, reason)
}

const drawEnded = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'notices.ending-spent' : 'notices.ended')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <EndedPage t={c.var.t} spent={spent} />))
}

async function showEnding(c: ApartVisit): Promise<Response> {
  const { t, draw, database } = c.var
  const link = linkOf(c)
  const there = link && (await database.read({ personId: link.by }, async (_db, viewer) => isSignedIn(viewer)))
  if (link === undefined || !there) return drawEnded(c, true)
  const props = { t, what: wordsOf(c, link.ending), action: endingPath(link) }
  return unkept(draw({ title: t('notices.ending') }, <EndingPage {...props} />))
}

async function end(c: ActVisit): Promise<Response> {
  const link = linkOf(c)
  if (link === undefined) return drawEnded(c, true)
  const there = await c.var.database.write({ personId: link.by }, async (db, viewer) => {
    if (!isSignedIn(viewer)) return false
    await endMails(db, viewer, link.ending)
    return true
  })
  return drawEnded(c, !there)
}

export const endingRoutes: readonly Route[] = [getApart('/notices/ending', showEnding), post('/notices/ending', end)]
