// Handlers of webhooks: the list and its form, one with its log, and how messages look.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type Keeping, registerWebhook, renewSecret, stopWebhook } from './actions/keep-webhook.ts'
import { removeWebhook, sendAgain } from './actions/remove-webhook.ts'
import { webhookInput } from './inputs.ts'
import { formatPath, webhookPath, webhooksPath } from './paths.ts'
import { mayKeepWebhooks } from './permissions.ts'
import { getWebhook, listDeliveries, listWebhooks } from './store.ts'
import { FormatPage } from './views/format-page.tsx'
import { WebhookPage } from './views/webhook-page.tsx'
import { WebhooksPage } from './views/webhooks-page.tsx'
import { offeredFacts } from './webhook.ts'

const crumb = (c: AnyVisit) => ({ label: c.var.t('webhooks.title'), href: webhooksPath })
const idOf = (c: AnyVisit): number | undefined => idFrom(c.req.param('id'))
const keeping = (c: ActVisit): Keeping => ({
  asPerson: c.var.asPerson,
  viewer: signedIn(c),
  secret: c.var.settings.secret,
  now: c.var.now,
})

/** What each fact is called, with the kind of thing that it happened to. */
function labelsOf({ var: { t, features, kinds } }: AnyVisit): Readonly<Record<string, string>> {
  const sentences = Object.assign({}, ...features.map(({ facts = {} }) => facts))
  const named = (fact: string): string => {
    const kind = kinds.get(fact.split('.')[0] ?? '')
    return kind === undefined ? t(sentences[fact] ?? fact) : `${t(kind.label)}: ${t(sentences[fact] ?? fact)}`
  }
  return Object.fromEntries(offeredFacts.map((fact) => [fact, named(fact)]))
}

const officeOnly = (c: AnyVisit): void => {
  if (!mayKeepWebhooks(c.var.viewer)) throw forbidden()
}

async function drawList(c: AnyVisit, db: Db, typed: Typed = {}, issues: readonly Issue[] = []): Promise<Response> {
  officeOnly(c)
  const { t, draw } = c.var
  const page = { title: t('webhooks.title'), status: issues.length > 0 ? 422 : 200 } as const
  return draw(
    page,
    <WebhooksPage t={t} webhooks={await listWebhooks(db)} labels={labelsOf(c)} typed={typed} issues={issues} />,
  )
}

async function drawOne(c: AnyVisit, db: Db, id: number | undefined, fresh?: string): Promise<Response> {
  officeOnly(c)
  const { t, draw } = c.var
  const webhook = await getWebhook(db, id)
  const deliveries = await listDeliveries(db, webhook.id)
  const page = { title: new URL(webhook.address).host, breadcrumb: [crumb(c)] }
  return draw(page, <WebhookPage t={t} webhook={webhook} deliveries={deliveries} labels={labelsOf(c)} fresh={fresh} />)
}

async function register(c: ActVisit): Promise<Response> {
  officeOnly(c)
  const input = await readForm(c, webhookInput)
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawList(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const outcome = await registerWebhook(keeping(c), input.value)
  if (!outcome.done) return again([{ field: 'address', message: `webhooks.refusal-${outcome.refusal}` }])
  // Shown here and nowhere else: no address leads to it.
  return c.var.asPerson((db) => drawOne(c, db, outcome.value.id, outcome.value.secret))
}

async function renew(c: ActVisit): Promise<Response> {
  const { id, secret } = await renewSecret(keeping(c), idOf(c))
  return c.var.asPerson((db) => drawOne(c, db, id, secret))
}

const back = (c: ActVisit, notice: string): Response => c.var.seeOther(webhookPath(idOf(c) ?? 0), notice)

async function pause(c: ActVisit): Promise<Response> {
  await stopWebhook(keeping(c), idOf(c), true)
  return back(c, 'webhooks.done-paused')
}

async function resume(c: ActVisit): Promise<Response> {
  await stopWebhook(keeping(c), idOf(c), false)
  return back(c, 'webhooks.done-resumed')
}

async function remove(c: ActVisit): Promise<Response> {
  await removeWebhook(keeping(c), idOf(c))
  return c.var.seeOther(webhooksPath, 'webhooks.done-removed')
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function repeat(c: ActVisit): Promise<Response> {
  const delivery = c.req.param('delivery') ?? ''
  officeOnly(c)
  if (!uuid.test(delivery)) throw notFound()
  await sendAgain(keeping(c), idOf(c), delivery)
  return back(c, 'webhooks.done-again')
}

function showFormat(c: PageVisit): Response | Promise<Response> {
  officeOnly(c)
  const { t, draw, settings } = c.var
  const page = { title: t('webhooks.format'), breadcrumb: [crumb(c)], styles: ['webhook-format.css'] }
  return draw(page, <FormatPage t={t} baseUrl={settings.baseUrl} />)
}

export const routes: readonly Route[] = [
  get(webhooksPath, (c) => drawList(c, c.var.db)),
  post(webhooksPath, register),
  get(formatPath, showFormat),
  get('/webhooks/:id', (c) => drawOne(c, c.var.db, idOf(c))),
  post('/webhooks/:id/secret', renew),
  post('/webhooks/:id/pause', pause),
  post('/webhooks/:id/resumption', resume),
  post('/webhooks/:id/removal', remove),
  post('/webhooks/:id/deliveries/:delivery/repetition', repeat),
]
