// The link of a mail that says no: opens without signing in, changes nothing by being opened, and tells nothing of the question.
import { isSignedIn } from '#kernel/viewer.ts'
import { unkept } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, type ApartVisit, getApart, post, type Route } from '#platform/http/visit.ts'
import { isGenuine } from './declining.ts'
import { decliningInput } from './inputs.ts'
import { decliningPath } from './paths.ts'
import { decline } from './store-asked.ts'
import { DeclinedPage, DecliningPage } from './views/declining-page.tsx'

const openings: Limit = { name: 'saying no from a computer', tries: 60, seconds: 15 * 60 }

function linkOf(c: AnyVisit) {
  countTry(openings, remoteAddress(c), c.var.now)
  const query = readQuery(c, decliningInput)
  return query.valid && isGenuine(query.value, c.var.settings.secret) ? query.value : undefined
}

const drawDeclined = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'routing.declining-spent' : 'routing.declined')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <DeclinedPage t={c.var.t} spent={spent} />))
}

async function showDeclining(c: ApartVisit): Promise<Response> {
  const link = linkOf(c)
  if (link === undefined) return drawDeclined(c, true)
  const { t, draw } = c.var
  return unkept(draw({ title: t('routing.declining') }, <DecliningPage t={t} action={decliningPath(link)} />))
}

/** As the person whom the mail was sent to: nobody who has left, and nothing that does not reach them any more. */
async function declineByLink(c: ActVisit): Promise<Response> {
  const link = linkOf(c)
  if (link === undefined) return drawDeclined(c, true)
  const asked = await c.var.database.write({ personId: link.by }, async (db, viewer) =>
    isSignedIn(viewer) ? decline(db, link.of, c.var.now) : false,
  )
  return drawDeclined(c, !asked)
}

export const decliningRoutes: readonly Route[] = [
  getApart('/asked/declining', showDeclining),
  post('/asked/declining', declineByLink),
]
