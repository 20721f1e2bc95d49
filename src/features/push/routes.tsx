// The page on which somebody allows notices on a device and takes that back, and the service worker.
import { idFrom } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { recordFact } from '#trunk/facts.ts'
import { pushTo } from './actions/push-to.ts'
import { deviceInput } from './inputs.ts'
import { deviceEndPath, devicesPath, pushPath, trialPath, workerPath } from './paths.ts'
import { addDevice, amberGoesOut, deleteDevice, listDevices } from './store.ts'
import { vapidKeys } from './vapid.ts'
import { DevicesPage, type DevicesPageProps } from './views/devices-page.tsx'
import { workerSource } from './worker-source.ts'

const newDevices: Limit = { name: 'devices of a person', tries: 20, seconds: 60 * 60 }
const trials: Limit = { name: 'trial notices of a person', tries: 10, seconds: 60 * 60 }

type Seen = Pick<DevicesPageProps, 'devices' | 'amberGoesOut'>

const lookUp = async (db: Db, session: number | null): Promise<Seen> => ({
  devices: await listDevices(db, session),
  amberGoesOut: await amberGoesOut(db),
})

function drawDevices(c: AnyVisit, seen: Seen, issues: readonly Issue[] = []) {
  const { t, settings, draw } = c.var
  const props = { t, ...seen, issues, serverKey: vapidKeys(settings.secret).publicKey }
  return draw({ title: t('push.title'), status: issues.length > 0 ? 422 : 200 }, <DevicesPage {...props} />)
}

async function showDevices(c: PageVisit): Promise<Response> {
  return drawDevices(c, await lookUp(c.var.db, signedIn(c).person.sessionId))
}

async function allow(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  countTry(newDevices, String(person.id), c.var.now)
  const { sessionId } = person
  if (sessionId === null) throw forbidden()
  const form = await readForm(c, deviceInput(c.var.settings.pushToLoopback === true))
  if (!form.valid) {
    const seen = await c.var.asPerson((db) => lookUp(db, sessionId))
    return drawDevices(c, seen, [{ field: '', message: 'push.issue-device' }])
  }
  await c.var.asPerson(async (db) => {
    await addDevice(db, sessionId, form.value)
    await recordFact(db, { name: 'push-device.allowed', actor: person })
  })
  return c.var.seeOther(pushPath, 'push.done-allowed')
}

async function remove(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  await c.var.asPerson(async (db) => {
    if (!(await deleteDevice(db, idFrom(c.req.param('id')) ?? 0))) throw notFound()
    await recordFact(db, { name: 'push-device.removed', actor: person })
  })
  return c.var.seeOther(pushPath, 'push.done-removed')
}

/** So that one sees how it looks, and that it works. */
async function tryOut(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  countTry(trials, String(person.id), c.var.now)
  await pushTo(c.var.database, person.id, { key: `trial-${c.var.now.getTime()}`, path: pushPath })
  return c.var.seeOther(pushPath, 'push.done-trial')
}

const giveWorker = (c: PageVisit): Response =>
  c.body(workerSource, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
  })

export const routes: readonly Route[] = [
  get(pushPath, showDevices),
  post(devicesPath, allow),
  post(deviceEndPath(0).replace('0', ':id'), remove),
  post(trialPath, tryOut),
  get(workerPath, giveWorker),
]
