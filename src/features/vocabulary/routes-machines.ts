// The thesaurus for programs: SKOS in Turtle and JSON-LD. It holds nothing that is not for everybody.
import { isKnown } from '#platform/http/etag.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type AnyVisit, get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { exportOf, type Notation } from './exports.ts'
import { jsonLdPath, turtlePath } from './paths.ts'

const types: Record<Notation, string> = {
  turtle: 'text/turtle; charset=utf-8',
  'json-ld': 'application/ld+json; charset=utf-8',
}

/** Two megabytes unpacked: enough for every program that asks properly, too few to keep a process busy. */
const readings: Limit = { name: 'thesaurus', tries: 120, seconds: 60 }

const answer = (notation: Notation) => (c: PageVisit) => {
  countTry(readings, remoteAddress(c), c.var.now)
  const { settings } = c.var
  const { plain, packed, etag } = exportOf(notation, settings.networkName, settings.baseUrl)
  const headers = {
    ...{
      'content-type': types[notation],
      etag,
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
    // Pages of other places may read it too: there is nothing in it that they could not ask for themselves.
    ...{ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  }
  if (isKnown(c, etag)) return c.body(null, 304, headers)
  const asked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  return asked ? c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' }) : c.body(plain, 200, headers)
}

/** Where a program should look that asked for a page in a form of its own; undefined for people. */
export function otherForm(c: AnyVisit): string | undefined {
  const accepted = (c.req.header('accept') ?? '').slice(0, 500)
  if (/\btext\/html\b/.test(accepted)) return undefined
  if (/\btext\/turtle\b/.test(accepted)) return turtlePath
  return /\bapplication\/ld\+json\b/.test(accepted) ? jsonLdPath : undefined
}

export const machineRoutes: readonly Route[] = [get(turtlePath, answer('turtle')), get(jsonLdPath, answer('json-ld'))]
