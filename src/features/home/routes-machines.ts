// For machines: what robots may read, and where it stands.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { type ApartVisit, get, getApart, type PageVisit, type Route } from '#platform/http/visit.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import {
  aboutPath,
  accessibilityPath,
  homePath,
  memberPath,
  membersPath,
  practicesPath,
  privacyPath,
  thesaurusConceptPath,
  thesaurusPath,
} from './paths.ts'
import { robots, siteMap, siteMapIndex } from './site-map.ts'
import { countPublished, listMemberSlugs, listPublished, thingsPerMap } from './store.ts'

const showRobots = (c: PageVisit): Response => c.text(robots(c.var.settings.baseUrl))

const fixedPages = [homePath, membersPath, practicesPath, thesaurusPath, aboutPath, privacyPath, accessibilityPath]

async function onePart(c: ApartVisit, db: Db, part: number): Promise<string> {
  const { kinds, settings } = c.var
  const members = part === 1 ? await listMemberSlugs(db) : []
  const concepts = vocabulary().all.map(({ slug }) => thesaurusConceptPath(slug))
  const pages = part === 1 ? [...fixedPages, ...members.map(memberPath), ...concepts] : []
  const things = (await listPublished(db, part)).flatMap((thing) => {
    const path = kinds.get(thing.kind)?.path(thing.id, thing.title)
    return path === undefined ? [] : [{ path, changedAt: thing.updatedAt }]
  })
  return siteMap(settings.baseUrl, [...pages.map((path) => ({ path })), ...things])
}

/** Read as a visitor, whoever asks: what stands here is for everybody. */
async function showSiteMap(c: ApartVisit): Promise<Response> {
  const { database, settings } = c.var
  const asked = c.req.query('part')
  const map = await database.read({ visitor: true }, async (db) => {
    const parts = Math.max(1, Math.ceil((await countPublished(db)) / thingsPerMap))
    if (asked === undefined) return parts === 1 ? onePart(c, db, 1) : siteMapIndex(settings.baseUrl, parts)
    const part = idFrom(asked)
    if (part === undefined || part > parts) throw notFound()
    return onePart(c, db, part)
  })
  return c.body(map, 200, { 'content-type': 'application/xml; charset=utf-8' })
}

export const machineRoutes: readonly Route[] = [get('/robots.txt', showRobots), getApart('/sitemap.xml', showSiteMap)]
