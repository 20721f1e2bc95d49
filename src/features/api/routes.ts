// The interface for programs: one schema for what is asked, problem+json for what cannot be answered.
import type { Translate } from '#kernel/locale.ts'
import { problem } from '#platform/http/answers.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { translator } from '#platform/i18n.ts'
import { type FoundItem, findDocuments, readerOf, type Why } from '../search/public.ts'
import { badQuery } from './bad-query.ts'
import { searchQuery } from './inputs.ts'

const searches: Limit = { name: 'api-search', tries: 600, seconds: 60 }

/** A program whose token has expired must learn it, instead of being served as a visitor. */
function badToken(c: PageVisit): Response {
  c.header('www-authenticate', 'Bearer')
  return problem(c, 401, c.var.t('api.bad-token'))
}

const wordsOf = (t: Translate, reason: Why): string => {
  if (reason.by === 'meaning') return t('search.why-meaning')
  return reason.by === 'concept' ? reason.label : reason.word
}

const itemFor = (baseUrl: string, t: Translate, { id, kind, title, lang, url, score, why }: FoundItem) => ({
  id,
  kind,
  title,
  lang,
  url: `${baseUrl}${url}`,
  score: Math.round(score * 1000) / 1000,
  why: [...new Set(why.map((reason) => wordsOf(t, reason)))],
})

async function search(c: PageVisit): Promise<Response> {
  const { db, viewer, now, settings, meaning } = c.var
  countTry(searches, viewer.person === undefined ? remoteAddress(c) : `person ${viewer.person.id}`, now)
  if (c.req.header('authorization') !== undefined && viewer.person === undefined) return badToken(c)
  const input = readQuery(c, searchQuery)
  if (!input.valid) return badQuery(c, input.issues)
  const { q, lang, limit, offset } = input.value
  const reader = await readerOf(c)
  const found = await findDocuments(db, { text: q, lang, reader, limit, offset, now, meaning })
  const items = found.items.map((item) => itemFor(settings.baseUrl, translator(lang), item))
  return c.json({ items, total: found.total, facets: found.facets }, 200, { 'cache-control': 'private, no-store' })
}

export const routes: readonly Route[] = [get('/api/v1/search', search)]
