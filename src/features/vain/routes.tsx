// Handlers: the list of words that found nothing, and ticking one off.
import { idFrom } from '#kernel/address.ts'
import { forbidden } from '#kernel/stop.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { tickOff } from './actions/tick-off.ts'
import { proposalRoute, vainPath } from './paths.ts'
import { maySeeVain } from './permissions.ts'
import { listVain } from './store.ts'
import { VainPage } from './views/vain-page.tsx'

const mostShown = 200

const mayPropose = ({ var: { features } }: PageVisit): boolean =>
  features.some(({ routes = [] }) => routes.some(({ method, path }) => method === 'GET' && path === proposalRoute))

async function showVain(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  if (!maySeeVain(viewer)) throw forbidden()
  const searches = await listVain(db, mostShown)
  return draw({ title: t('vain.title') }, <VainPage t={t} searches={searches} mayPropose={mayPropose(c)} />)
}

async function tick(c: ActVisit): Promise<Response> {
  await tickOff(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), c.var.now)
  return c.var.seeOther(vainPath, 'vain.done')
}

export const routes: readonly Route[] = [get(vainPath, showVain), post('/searched-in-vain/:id/done', tick)]
