// The manifest of the hall: it knows no feature; features hand it their parts and figures in their manifests.
import type { Feature } from '#platform/feature.ts'
import { homePath } from './paths.ts'
import { pageRoutes } from './routes.tsx'
import { machineRoutes } from './routes-machines.ts'

export const home: Feature = {
  name: 'home',
  routes: [...pageRoutes, ...machineRoutes],
  open: ['GET /', 'GET /about', 'GET /accessibility', 'GET /privacy', 'GET /ui', 'GET /robots.txt', 'GET /sitemap.xml'],
  navigation: [{ label: 'home.title', href: homePath, icon: 'house', key: 'h', position: 10 }],
  permissions: { 'read the home page': 'everybody; its figures and lists hold only what the viewer may see' },
}
