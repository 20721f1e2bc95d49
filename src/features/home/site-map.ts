// The site map for search engines (sitemaps.org, 0.9).

export interface SiteAddress {
  readonly path: string
  readonly changedAt?: Date
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const entry = (baseUrl: string, { path, changedAt }: SiteAddress): string => {
  const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
  return `<url><loc>${escapeXml(new URL(path, baseUrl).href)}</loc>${changed}</url>`
}

export const siteMap = (baseUrl: string, addresses: readonly SiteAddress[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses
    .map((address) => entry(baseUrl, address))
    .join('\n')}\n</urlset>\n`

/** A map holds at most 50,000 addresses; larger sites name several maps in an index. */
export const siteMapIndex = (baseUrl: string, parts: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escapeXml(new URL(`/sitemap.xml?part=${index + 1}`, baseUrl).href)}</loc></sitemap>`,
  ).join('\n')}\n</sitemapindex>\n`

/** Pages behind the sign-in are closed to robots anyway; this spares them the way. */
export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: /sign-in\nDisallow: /search\nDisallow: /practices/compare\nDisallow: /people\nDisallow: /demo\n\nSitemap: ${new URL('/sitemap.xml', baseUrl).href}\n`
