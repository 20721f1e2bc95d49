// The thesaurus for programs that want less than all of it: concepts by words or by place, and one with all its labels.
import { notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { conceptPath, findConcepts, nameOf } from '../vocabulary/public.ts'
import { badQuery } from './bad-query.ts'
import { conceptsQuery } from './inputs.ts'

const readings: Limit = { name: 'api-concepts', tries: 600, seconds: 60 }
/** It holds nothing that is not for everybody, and changes within a moment when words are accepted. */
const headers = { 'cache-control': 'public, max-age=0, must-revalidate' }

const itemOf = (c: PageVisit, concept: Concept, lang: string) => {
  const { text: label, lang: labelLang } = nameOf(concept, lang)
  const { slug, broader = null } = concept
  return { id: slug, uri: `${c.var.settings.baseUrl}${conceptPath(slug)}`, label, lang: labelLang, broader }
}

/** By words in any language, by the concept that it stands right below, or all of them. */
function listConcepts(c: PageVisit): Response {
  countTry(readings, remoteAddress(c), c.var.now)
  const input = readQuery(c, conceptsQuery)
  if (!input.valid) return badQuery(c, input.issues)
  const { q, lang, broader } = input.value
  const graph = vocabulary()
  const known = (slugs: readonly string[]) => slugs.flatMap((slug) => graph.find(slug) ?? [])
  const found = q === '' ? graph.all : known(findConcepts(q, lang, graph.all.length).map(({ slug }) => slug))
  const items = found.filter((concept) => broader === '' || concept.broader === broader)
  return c.json({ items: items.map((concept) => itemOf(c, concept, lang)), total: items.length }, 200, headers)
}

function showConcept(c: PageVisit): Response {
  countTry(readings, remoteAddress(c), c.var.now)
  const graph = vocabulary()
  const concept = graph.find(c.req.param('slug') ?? '')
  if (concept === undefined) throw notFound()
  const { slug, labels, note } = concept
  const { uri, broader } = itemOf(c, concept, 'en')
  const near = { broader, narrower: graph.narrower(slug), related: graph.related(slug) }
  return c.json({ id: slug, uri, note, labels, ...near }, 200, headers)
}

export const conceptRoutes: readonly Route[] = [
  get('/api/v1/concepts', listConcepts),
  get('/api/v1/concepts/:slug', showConcept),
]
