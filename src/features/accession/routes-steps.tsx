// Taking a step: a form for each, for the city by its address and for the office alike.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type AdmissionRefusal, admitCity } from './actions/admit-city.ts'
import { getForStep } from './actions/get-for-step.ts'
import { takeStep } from './actions/take-step.ts'
import { enterPage, keyOf, onFileOf } from './entering.ts'
import { accessionsPath, filePath } from './paths.ts'
import { mayDecide } from './permissions.ts'
import { fieldOfRefusal, isTakenStep, stepForms, type TakenStep } from './step-forms.ts'
import { StepPage } from './views/step-page.tsx'

const uploads: Limit = { name: 'documents of accession from a computer', tries: 60, seconds: 10 * 60 }

const stepOf = (c: AnyVisit): TakenStep => {
  const step = c.req.param('step')
  if (!isTakenStep(step)) throw notFound()
  return step
}

interface Again {
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

async function drawStep(c: AnyVisit, db: Db, id: number, { typed, issues }: Again): Promise<Response> {
  const { t, draw, now, viewer } = c.var
  const step = stepOf(c)
  const file = await getForStep(db, viewer, id, step)
  const fileKey = keyOf(c)
  const about = {
    title: t(`accession.take-${step}`),
    breadcrumb: [
      ...(mayDecide(viewer, file) ? [{ label: t('accession.list'), href: accessionsPath }] : []),
      { label: file.name, href: filePath(id, fileKey) },
    ],
    status: issues.length > 0 ? 422 : 200,
  } as const
  const props = { t, viewer, file, step, fileKey, typed, issues, now }
  return unkept(draw(about, <StepPage {...props} largest={largestFile} />))
}

const showStep = async (c: PageVisit): Promise<Response> =>
  drawStep(c, c.var.db, await enterPage(c), { typed: {}, issues: [] })
const stepAgain = (c: ActVisit, again: Again): Promise<Response> => onFileOf(c)((db, id) => drawStep(c, db, id, again))

async function sendStep(c: ActVisit): Promise<Response> {
  const { viewer, now, settings } = c.var
  const kind = stepOf(c)
  const onFile = onFileOf(c)
  // Whoever may not is told so before anything they brought is read.
  await onFile((db, id) => getForStep(db, viewer, id, kind))
  countTry(uploads, remoteAddress(c), now)
  const { schema, step: stepFrom } = stepForms[kind]
  const form = await readForm(c, schema)
  if (!form.valid) return stepAgain(c, form)
  const step = { ...stepFrom(form.value, now), kind }
  const name = String(form.typed['name'] ?? '').trim()
  const follow = kind === 'admission' ? { follow: admitCity(signedIn(c), step, name, now) } : {}
  const files = form.files.get('file') ?? []
  const taking = { step, files, dataDir: settings.dataDir, now, ...follow }
  const outcome = await takeStep<AdmissionRefusal>(onFile, viewer, taking)
  if (!outcome.done) {
    const values = { megabytes: Math.floor(largestFile / 1_048_576) }
    const message = `accession.refusal-${outcome.refusal}`
    return stepAgain(c, { typed: form.typed, issues: [{ field: fieldOfRefusal(outcome.refusal), message, values }] })
  }
  return c.var.seeOther(filePath(Number(c.req.param('id')), keyOf(c)), `accession.done-${kind}`)
}

export const stepRoutes: readonly Route[] = [
  get('/accessions/:id/steps/:step', showStep),
  post('/accessions/:id/steps/:step', sendStep, 5 * largestFile),
]
