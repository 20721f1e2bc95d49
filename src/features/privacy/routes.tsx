// Handlers: what is kept about me, as a page and as a file; having oneself erased; and how long what is kept.
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { askErasure, confirmAsked, takeBackErasure } from './actions/ask-erasure.ts'
import { emptyInput, tokenInput, tokenQuery } from './inputs.ts'
import { ownFileStream } from './own-file.ts'
import { confirmationPath, erasurePath, myDataPath, ownFilePath, retentionPath, withdrawalPath } from './paths.ts'
import { retentions } from './personal.ts'
import { findErasure, findLastDuty } from './store-erasure.ts'
import { ConfirmPage } from './views/confirm-page.tsx'
import { MyDataPage } from './views/my-data-page.tsx'
import { RetentionPage } from './views/retention-page.tsx'

const files: Limit = { name: 'own files', tries: 6, seconds: 3600 }
const askings: Limit = { name: 'erasures', tries: 5, seconds: 3600 }

async function showMyData(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  signedIn(c)
  const [erasure, last] = await Promise.all([findErasure(db), findLastDuty(db)])
  return unkept(draw({ title: t('privacy.title') }, <MyDataPage t={t} erasure={erasure} last={last} />))
}

function serveOwnFile(c: PageVisit): Response {
  const { t, now, database, key, features, settings } = c.var
  const { person } = signedIn(c)
  countTry(files, String(person.id), now)
  const stream = ownFileStream({ database, key, personId: person.id, features, dataDir: settings.dataDir, t })
  return c.body(stream as globalThis.ReadableStream, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="my-data-${now.toISOString().slice(0, 10)}.zip"`,
    'cache-control': 'private, no-store',
  })
}

async function ask(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  await readForm(c, emptyInput)
  countTry(askings, String(viewer.person.id), c.var.now)
  const outcome = await askErasure(c.var.asPerson, viewer)
  return c.var.seeOther(myDataPath, outcome.done ? 'privacy.done-asked' : `privacy.refusal-${outcome.refusal}`)
}

function showConfirm(c: PageVisit): Response | Promise<Response> {
  const { t, draw } = c.var
  signedIn(c)
  const query = readQuery(c, tokenQuery)
  const token = query.valid ? query.value.token : ''
  if (token === '') return c.redirect(myDataPath, 303)
  return unkept(draw({ title: t('privacy.confirm') }, <ConfirmPage t={t} token={token} />))
}

async function confirm(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const input = await readForm(c, tokenInput)
  const outcome = await confirmAsked(c.var.asPerson, viewer, input.valid ? input.value.token : '')
  return c.var.seeOther(myDataPath, outcome.done ? 'privacy.done-confirmed' : `privacy.refusal-${outcome.refusal}`)
}

async function takeBack(c: ActVisit): Promise<Response> {
  await readForm(c, emptyInput)
  const taken = await takeBackErasure(c.var.asPerson, signedIn(c))
  return c.var.seeOther(myDataPath, taken ? 'privacy.done-withdrawn' : 'privacy.refusal-nothing')
}

function showRetention(c: PageVisit): Response | Promise<Response> {
  const { t, features, draw } = c.var
  const page = { title: t('privacy.retention'), description: t('privacy.retention-lead'), canonical: retentionPath }
  return draw(page, <RetentionPage t={t} rules={retentions(features)} />)
}

export const routes: readonly Route[] = [
  get(myDataPath, showMyData),
  get(ownFilePath, serveOwnFile),
  get(erasurePath, showConfirm),
  post(erasurePath, ask),
  post(confirmationPath, confirm),
  post(withdrawalPath, takeBack),
  get(retentionPath, showRetention),
]
