// Handlers of reading: one adoption, and the lineage of a practice.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { listPlaces } from '../members/public.ts'
import { getPractice, practicePath, practicesPath } from '../practices/public.ts'
import type { Adoption } from './adoption.ts'
import { nodesOf } from './drawing.ts'
import { lineageQuery } from './inputs.ts'
import { lineageOf } from './lineage.ts'
import { adoptionPath, lineagePath } from './paths.ts'
import { getAdoption } from './store.ts'
import { listAdoptions } from './store-lists.ts'
import { AdoptionPage } from './views/adoption-page.tsx'
import { LineagePage } from './views/lineage-page.tsx'

const crumbs = (c: PageVisit, { origin }: Pick<Adoption, 'origin'>) => [
  { label: c.var.t('practices.title'), href: practicesPath },
  ...(origin.known === 'shown' ? [{ label: origin.title, href: practicePath(origin.id, origin.title) }] : []),
]

async function showAdoption(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  const [adoption, shared] = await Promise.all([getAdoption(db, id, t.lang), readShared(c, 'adoption', id)])
  const path = adoptionPath(adoption.id, adoption.title)
  if (c.req.path !== path && c.req.path !== encodeURI(path)) return c.redirect(path, 301)
  const isPublic = adoption.state === 'published' && adoption.audienceKind === 'public'
  const open = isPublic ? { canonical: path, description: adoption.summary } : {}
  return draw(
    { title: adoption.title, breadcrumb: crumbs(c, adoption), ...open },
    <AdoptionPage t={t} viewer={viewer} adoption={adoption} {...drawShared(c, adoption, shared)} />,
  )
}

/** So many the tree and the table show at first; the map always shows all. */
const mostAtFirst = 40

async function showLineage(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const id = idFrom(c.req.param('address'))
  const [practice, lines] = await Promise.all([getPractice(db, id, t.lang), listAdoptions(db, id ?? 0, t.lang)])
  const branches = lineageOf(lines)
  const organisations = [practice.organisationId, ...lines.map((line) => line.organisationId)]
  const nodes = nodesOf(t, practice, branches, await listPlaces(db, organisations))
  const query = readQuery(c, lineageQuery)
  const most = query.valid && query.value.all ? nodes.length : mostAtFirst
  const origin = { known: 'shown', ...practice } as const
  const isPublic = practice.state === 'published' && practice.audienceKind === 'public'
  const title = `${t('adoptions.lineage')}: ${practice.title}`
  const page = { title, breadcrumb: crumbs(c, { origin }), styles: ['lineage-page.css'] }
  return draw(
    { ...page, ...(isPublic ? { canonical: lineagePath(practice.id) } : {}) },
    <LineagePage t={t} practice={practice} branches={branches} nodes={nodes} most={most} />,
  )
}

export const routes: readonly Route[] = [
  get('/practices/:address/lineage', showLineage),
  get('/adoptions/:address', showAdoption),
]
