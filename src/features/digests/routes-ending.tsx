// The link of a digest that ends them: opens without signing in, changes nothing by being opened. Mail programs press it by a POST
// to the same address (RFC 8058), so all that it needs stands in there.
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, type ApartVisit, getApart, post, type Route } from '#platform/http/visit.ts'
import { endDigests } from '../notices/public.ts'
import { isGenuine } from './ending.ts'
import { endingInput } from './inputs.ts'
import { ownRhythmsOf } from './own-rhythms.ts'
import { endingPath } from './paths.ts'
import { EndedPage, EndingPage } from './views/ending-page.tsx'

const openings: Limit = { name: 'ending digests from a computer', tries: 60, seconds: 15 * 60 }

function linkOf(c: AnyVisit) {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, endingInput)
  return query.valid && isGenuine(query.value, c.var.settings.secret) ? query.value : undefined
}

const drawEnded = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'digests.ending-spent' : 'digests.ended')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <EndedPage t={c.var.t} spent={spent} />))
}

async function showEnding(c: ApartVisit): Promise<Response> {
  const { t, draw, database } = c.var
  const link = linkOf(c)
  const known =
    link !== undefined && (await database.read({ personId: link.by }, async (_, viewer) => isSignedIn(viewer)))
  if (!known) return drawEnded(c, true)
  return unkept(draw({ title: t('digests.ending') }, <EndingPage t={t} action={endingPath(link)} />))
}

/** As the person whom the mail was sent to; nobody who has left. */
async function end(c: ActVisit): Promise<Response> {
  const link = linkOf(c)
  if (link === undefined) return drawEnded(c, true)
  const there = await c.var.database.write({ personId: link.by }, async (db, viewer) => {
    if (!isSignedIn(viewer)) return false
    await endDigests(db, link.by)
    for (const own of ownRhythmsOf(c.var.features)) await own.end(db)
    return true
  })
  return drawEnded(c, !there)
}

export const endingRoutes: readonly Route[] = [getApart('/digests/ending', showEnding), post('/digests/ending', end)]
