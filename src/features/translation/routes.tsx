// Handlers: having a text translated, what a service brings later, and the page of the office.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { mostBytes } from '#platform/translation/asking.ts'
import { setTranslation } from './actions/set-translation.ts'
import { takeArrival, takeFailure } from './actions/take-arrival.ts'
import { translateText } from './actions/translate-text.ts'
import { settingInput } from './inputs.ts'
import { officePath, replyAnchor, settingsPath, translationAnchor } from './paths.ts'
import { maySetTranslation } from './permissions.ts'
import type { Ref, Source } from './source.ts'
import { getSetting, listFailures, listUse } from './store.ts'
import { OfficePage } from './views/office-page.tsx'

/** As many as somebody reads. */
const translations: Limit = { name: 'translations', tries: 40, seconds: 600 }

const placeOf = (c: ActVisit, { contribution, reply }: Source, state: string): string => {
  const path = c.var.kinds.get(contribution.kind)?.path(contribution.id, contribution.title) ?? '/'
  return reply === null
    ? `${path}?translation=${state}#${translationAnchor}`
    : `${path}?reply=${reply.id}&translation=${state}#${replyAnchor(reply.id)}`
}

async function translate(c: ActVisit, ref: Ref): Promise<Response> {
  const { asPerson, database, translator, kinds, settings, now, t } = c.var
  const { person } = signedIn(c)
  if (translator === undefined) throw notFound()
  const count = () => countTry(translations, String(person.id), now)
  const parts = {
    asPerson,
    system: database.system,
    translator,
    kinds,
    baseUrl: settings.baseUrl,
    now: () => now,
    count,
  }
  const outcome = await translateText(parts, ref, t.lang)
  return c.var.seeOther(placeOf(c, outcome.source, outcome.done ? 'shown' : outcome.refusal))
}

const idOf = (c: AnyVisit): number => {
  const id = idFrom(c.req.param('id'))
  if (id === undefined) throw notFound()
  return id
}

async function arrive(c: ActVisit, failed: boolean): Promise<Response> {
  const { database, translator, now } = c.var
  const token = c.req.param('token') ?? ''
  if (translator?.read === undefined) throw notFound()
  if (failed) await takeFailure(database.system, token, now)
  else await takeArrival(database.system, translator, token, await c.req.text(), now)
  return c.body(null, 204)
}

async function drawOffice(c: AnyVisit, db: Db, typed?: Typed, issues: readonly Issue[] = []): Promise<Response> {
  const { t, viewer, draw, translator } = c.var
  if (!maySetTranslation(viewer)) throw forbidden()
  const [setting, use, failures] = await Promise.all([getSetting(db), listUse(db), listFailures(db)])
  const shown = typed ?? { amber: setting.amber ? 'yes' : '', monthly: String(setting.monthly) }
  const page = { title: t('translation.title'), status: issues.length > 0 ? 422 : 200 } as const
  const props = { t, translator, setting, use, failures, typed: shown, issues }
  return draw(page, <OfficePage {...props} />)
}

async function set(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!maySetTranslation(viewer)) throw forbidden()
  const input = await readForm(c, settingInput)
  if (!input.valid) return c.var.asPerson((db) => drawOffice(c, db, input.typed, input.issues))
  await setTranslation(c.var.asPerson, viewer, input.value, c.var.now)
  return c.var.seeOther(officePath, 'translation.done-set')
}

export const routes: readonly Route[] = [
  post('/contributions/:id/translation', (c) => translate(c, { contributionId: idOf(c) })),
  post('/replies/:id/translation', (c) => translate(c, { replyId: idOf(c) })),
  post('/translation/arrivals/:token', (c) => arrive(c, false), mostBytes),
  post('/translation/arrivals/:token/failure', (c) => arrive(c, true)),
  get(officePath, (c: PageVisit) => drawOffice(c, c.var.db)),
  post(settingsPath, set),
]
