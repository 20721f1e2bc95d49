// What robots are told.
import { describe, expect, it } from 'vitest'
import { robots, siteMap, siteMapIndex } from './site-map.ts'

describe('the site map', () => {
  it('names whole addresses, escaped', () => {
    const map = siteMap('https://vicinia.example', [
      { path: '/practices/1-łódź&co', changedAt: new Date('2026-01-02T03:04:05Z') },
    ])
    expect(map).toContain('<loc>https://vicinia.example/practices/1-%C5%82%C3%B3d%C5%BA&amp;co</loc>')
    expect(map).toContain('<lastmod>2026-01-02T03:04:05.000Z</lastmod>')
  })

  it('names its parts when it would hold more than the format allows', () => {
    const index = siteMapIndex('https://vicinia.example', 2)
    expect(index).toContain('<loc>https://vicinia.example/sitemap.xml?part=2</loc>')
    expect(index.match(/<sitemap>/g)).toHaveLength(2)
  })

  it('is named in robots.txt', () => {
    expect(robots('https://vicinia.example')).toContain('Sitemap: https://vicinia.example/sitemap.xml')
  })
})
