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

/** Pages behind the sign-in are closed to robots anyway; this spares them the way. */
export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: /sign-in\nDisallow: /search\nDisallow: /people\nDisallow: /demo\n\nSitemap: ${new URL('/sitemap.xml', baseUrl).href}\n`
