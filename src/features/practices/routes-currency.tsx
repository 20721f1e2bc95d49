// "Still true?": the links of the mail answer without signing in, the button on the page for who may change it.
import { timingSafeEqual } from 'node:crypto'
import { idFrom } from '#kernel/address.ts'
import { Stop } from '#kernel/stop.ts'
import { isSignedIn, type SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { answerKey } from './actions/ask-still-true.ts'
import { confirmPractice } from './actions/confirm-practice.ts'
import { stillTrueInput } from './inputs.ts'
import { practicePath } from './paths.ts'
import { mayEditPractice } from './permissions.ts'
import type { Practice } from './practice.ts'
import { getPractice } from './store.ts'
import { AnsweredPage, StillTruePage } from './views/still-true-page.tsx'

const openings: Limit = { name: 'answers to "still true?" from a computer', tries: 60, seconds: 15 * 60 }

type Link = { readonly by: number; readonly code: string }

const fits = (c: AnyVisit, practice: Practice, { by, code }: Link): boolean => {
  if (practice.askedAt === null) return false
  const answerer = { practiceId: practice.id, personId: by, askedAt: practice.askedAt }
  return timingSafeEqual(Buffer.from(answerKey(answerer, c.var.settings.secret)), Buffer.from(code))
}

const isStillAsked = (practice: Practice, viewer: SignedIn): boolean =>
  practice.state === 'published' && practice.currency !== 'current' && mayEditPractice(viewer, practice)

interface Opened {
  readonly db: Db
  readonly viewer: SignedIn
  readonly practice: Practice
}

/** Works as the person whom the link was sent to; undefined where it is not the link of the question that is open. */
async function withLink<Value>(
  c: AnyVisit,
  link: Link | undefined,
  door: 'read' | 'write',
  work: (opened: Opened) => Promise<Value>,
): Promise<Value | undefined> {
  countTry(openings, remoteAddress(c), c.var.now)
  const id = idFrom(c.req.param('address'))
  if (link === undefined || id === undefined) return undefined
  return c.var.database[door]({ personId: link.by }, async (db, viewer) => {
    const practice = await getPractice(db, id, c.var.t.lang).catch((error) => {
      if (error instanceof Stop) return undefined
      throw error
    })
    if (!isSignedIn(viewer) || practice === undefined) return undefined
    if (!fits(c, practice, link) || !isStillAsked(practice, viewer)) return undefined
    return work({ db, viewer, practice })
  })
}

const drawAnswered = (c: AnyVisit, spent: boolean): Promise<Response> => {
  const title = c.var.t(spent ? 'practices.still-true-spent' : 'practices.still-true-thanks')
  return unkept(c.var.draw({ title, status: spent ? 410 : 200 }, <AnsweredPage t={c.var.t} spent={spent} />))
}

async function showQuestion(c: PageVisit): Promise<Response> {
  const { t, draw } = c.var
  const query = readQuery(c, stillTrueInput)
  const link = query.valid ? query.value : undefined
  const page = await withLink(c, link, 'read', async ({ practice }) =>
    draw(
      { title: t('practices.still-true-question') },
      <StillTruePage t={t} practice={practice} by={String(link?.by)} code={link?.code ?? ''} />,
    ),
  )
  return page === undefined ? drawAnswered(c, true) : unkept(page)
}

async function answer(c: ActVisit): Promise<Response> {
  const form = await readForm(c, stillTrueInput)
  const outcome = await withLink(c, form.valid ? form.value : undefined, 'write', ({ db, viewer, practice }) =>
    confirmPractice(db, viewer, practice.id, c.var.now),
  )
  return drawAnswered(c, outcome === undefined || !outcome.done)
}

async function confirm(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await c.var.asPerson((db) => confirmPractice(db, signedIn(c), id, c.var.now))
  if (!outcome.done) return c.var.seeOther(practicePath(id ?? 0, ''), 'practices.refusal-not-published')
  return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), 'practices.done-confirmed')
}

export const currencyRoutes: readonly Route[] = [
  get('/practices/:address/still-true', showQuestion),
  post('/practices/:address/still-true', answer),
  post('/practices/:address/confirmation', confirm),
]
