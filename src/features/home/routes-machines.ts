// For machines: what robots may read, and where it stands.
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { aboutPath, accessibilityPath, homePath, memberPath, membersPath, practicesPath, privacyPath } from './paths.ts'
import { robots, siteMap } from './site-map.ts'
import { listMemberSlugs, listPublished } from './store.ts'

const showRobots = (c: PageVisit): Response => c.text(robots(c.var.settings.baseUrl))

/** Read as a visitor, whoever asks: what stands here is for everybody. */
async function showSiteMap(c: PageVisit): Promise<Response> {
  const { database, kinds, settings } = c.var
  const map = await database.read({ visitor: true }, async (db) => {
    const pages = [homePath, membersPath, practicesPath, aboutPath, privacyPath, accessibilityPath].map((path) => ({
      path,
    }))
    const members = (await listMemberSlugs(db)).map((slug) => ({ path: memberPath(slug) }))
    const things = (await listPublished(db)).flatMap((thing) => {
      const path = kinds.get(thing.kind)?.path(thing.id, thing.title)
      return path === undefined ? [] : [{ path, changedAt: thing.updatedAt }]
    })
    return siteMap(settings.baseUrl, [...pages, ...members, ...things])
  })
  return c.body(map, 200, { 'content-type': 'application/xml; charset=utf-8' })
}

export const machineRoutes: readonly Route[] = [get('/robots.txt', showRobots), get('/sitemap.xml', showSiteMap)]
