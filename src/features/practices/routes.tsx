// Handlers of reading: the list and one practice.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { withNarrower } from '#thesaurus/vocabulary.ts'
import { listArrivedSince } from '#trunk/arrivals.ts'
import { findLastVisit } from '#trunk/visits.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { drawWatch } from '../notices/public.ts'
import { mostCompared } from './comparison.ts'
import { isFresh } from './facet-groups.ts'
import { practiceListLists, practiceListQuery } from './inputs.ts'
import { jsonLdOf } from './json-ld.ts'
import { drawListParts } from './list-parts.ts'
import { practicePath, practicesPath } from './paths.ts'
import { getPractice } from './store.ts'
import { listChosen } from './store-comparing.ts'
import { findPractices } from './store-lists.ts'
import { listRelated } from './store-related.ts'
import { PracticeList } from './views/practice-list.tsx'
import { PracticePage } from './views/practice-page.tsx'

const crumb = (c: PageVisit) => ({ label: c.var.t('practices.title'), href: practicesPath })

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, now, draw } = c.var
  const input = readQuery(c, practiceListQuery, practiceListLists)
  const query = input.valid ? input.value : practiceListQuery.parse({})
  const lastVisit = await findLastVisit(db, viewer, now)
  const concepts = query.concept.flatMap(withNarrower)
  const [{ page, facets }, chosen] = await Promise.all([
    findPractices(db, query, { concepts, since: isFresh(query) ? lastVisit : undefined }, t.lang),
    listChosen(db, query.practice.slice(0, mostCompared).map(Number)),
  ])
  const ids = page.items.map(({ id }) => id)
  const fresh = lastVisit === undefined ? new Set<number>() : await listArrivedSince(db, ids, lastVisit)
  const title = t('practices.title')
  const about = { title, description: t('practices.lead'), canonical: practicesPath, styles: ['choosing.css'] }
  return draw(
    about,
    <PracticeList
      t={t}
      viewer={viewer}
      query={query}
      page={page}
      facets={facets}
      fresh={fresh}
      lastVisit={lastVisit}
      chosen={chosen}
      tools={[...drawListParts(c, 'list'), (await drawWatch(c, { kind: 'kind', ref: 'practice' })) ?? null]}
    />,
  )
}

const mostRelated = 5

async function showPractice(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, settings } = c.var
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  const found = getPractice(db, id, t.lang)
  const [practice, shared, related] = await Promise.all([
    found,
    readShared(c, 'practice', id),
    found.then((practice) => listRelated(db, practice, mostRelated, t.lang)),
  ])
  const path = practicePath(practice.id, practice.title)
  if (c.req.path !== path && c.req.path !== encodeURI(path)) return c.redirect(path, 301)
  const isPublic = practice.state === 'published' && practice.audienceKind === 'public'
  const open = isPublic ? { canonical: path, description: practice.summary, jsonLd: jsonLdOf(practice, settings) } : {}
  const page = { title: practice.title, breadcrumb: [crumb(c)], styles: ['practice-print.css'], ...open }
  return draw(
    page,
    <PracticePage
      t={t}
      viewer={viewer}
      practice={practice}
      related={related}
      address={`${settings.baseUrl}${path}`}
      {...drawShared(c, practice, shared)}
    />,
  )
}

export const routes: readonly Route[] = [get(practicesPath, showList), get('/practices/:address', showPractice)]
