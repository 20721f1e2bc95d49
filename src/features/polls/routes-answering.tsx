// Handlers of answering: the answer of a city, its files, and who of the city gives it.
import { extname } from 'node:path'
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { fileResponse, largestFile, readStored } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { findRoom } from '../rooms/public.tsx'
import { type AnswerRefusal, giveAnswer } from './actions/give-answer.ts'
import { nameColleague } from './actions/name-colleague.ts'
import { type Brought, discard, storeBrought } from './brought-files.ts'
import { drawLost } from './draw-lost.ts'
import { answerInput, colleagueInput } from './inputs.ts'
import { answersIn } from './kept-words.ts'
import { answersPath, pollPath } from './paths.ts'
import { isAsked } from './permissions.ts'
import { type AnswerFile, mostFiles, type Poll } from './poll.ts'
import { crumb } from './routes.tsx'
import { getPoll } from './store.ts'
import { findFile, findOwnAnswer, listFilesOf } from './store-answers.ts'
import { fileField, removalField, valuesFrom } from './values.ts'
import { AgainPage } from './views/again-page.tsx'
import { AnswerForm } from './views/answer-form.tsx'
import { OwnAnswerPart } from './views/own-answer.tsx'

const uploads: Limit = { name: 'uploads', tries: 60, seconds: 600 }
/** All files that a poll can ask for, and the words. */
const mostBytes = mostFiles * largestFile + 1_048_576

const readerOf = (c: ActVisit, { person }: SignedIn) => ({
  organisationId: person.organisationId,
  lang: c.var.t.lang,
})

async function readOwn(db: Db, poll: Poll, { person }: SignedIn) {
  const own = await findOwnAnswer(db, poll.id, person.organisationId)
  return { own, files: await listFilesOf(db, own === undefined ? [] : [own.id]) }
}

/** The form again, with what holds now above it where somebody of the city was faster. */
const answerAgain = (c: ActVisit, viewer: SignedIn, id: number, typed: Typed, issues: readonly Issue[]) =>
  c.var.asPerson(async (db) => {
    const { t, draw } = c.var
    const poll = await getPoll(db, id, readerOf(c, viewer))
    const [{ own, files }, room] = [await readOwn(db, poll, viewer), await findRoom(db, poll.audienceId, t.lang)]
    const page = { title: poll.title, status: 422, breadcrumb: [crumb(c)] } as const
    return draw(
      page,
      <AgainPage t={t} poll={poll} room={room} issues={issues}>
        {own && <OwnAnswerPart t={t} poll={poll} own={own} files={files} />}
        <AnswerForm
          {...{ t, poll, own, files }}
          hidden={room?.chatham === true}
          largest={largestFile}
          refused={{ typed, issues }}
        />
      </AgainPage>,
    )
  })

/** For each item the name of the file that will answer it: a new one, or the one that stays. */
const fileNames = (
  poll: Poll,
  typed: Typed,
  files: readonly AnswerFile[],
  nameOfNew: (index: number) => string | undefined,
): (string | undefined)[] =>
  poll.items.map((_, index) => {
    const kept = typed[removalField(index)] === 'yes' ? undefined : files.find(({ item }) => item === index)?.name
    return nameOfNew(index) ?? kept
  })

const refusals: Record<AnswerRefusal, Issue> = {
  over: { field: '', message: 'polls.refusal-over' },
  archived: { field: '', message: 'polls.refusal-archived' },
  'changed-meanwhile': { field: '', message: 'polls.refusal-changed-meanwhile' },
}

const removedOf = (poll: Poll, typed: Typed): number[] =>
  poll.items.flatMap((_, index) => (typed[removalField(index)] === 'yes' ? [index] : []))

/** Everything that the form brought, judged; its files are stored only when the words are right. */
async function judgeAnswer(c: ActVisit, viewer: SignedIn, id: number) {
  const form = await readForm(c, answerInput)
  const { typed, files: came } = form
  const { poll, files } = await c.var.asPerson(async (db) => {
    const found = await getPoll(db, id, readerOf(c, viewer))
    if (!isAsked(viewer, found)) throw forbidden()
    return { poll: found, ...(await readOwn(db, found, viewer)) }
  })
  const lang = c.var.t.lang
  const names = fileNames(poll, typed, files, (index) => came.get(fileField(index))?.[0]?.name)
  const words = valuesFrom(poll.items, typed, names, lang)
  const wrong = [...(form.valid ? [] : form.issues), ...words.issues]
  if (!form.valid || wrong.length > 0) return { typed, issues: wrong }
  const { brought, issues } = await storeBrought(c.var.settings.dataDir, poll.items, came)
  if (issues.length > 0) return { typed, issues }
  const stored = fileNames(poll, typed, files, (index) => brought.get(index)?.name)
  const { values } = valuesFrom(poll.items, typed, stored, lang)
  const { inside, revision } = form.value
  const removed = removedOf(poll, typed)
  return { typed, issues: [], given: { pollId: id, values, staysInside: inside === 'yes', revision, brought, removed } }
}

const taken = async <Given,>(c: ActVisit, brought: Brought, work: Promise<Given>): Promise<Given> =>
  work.catch(async (thrown) => {
    await discard(c.var.settings.dataDir, brought)
    throw thrown
  })

async function answer(c: ActVisit, viewer: SignedIn, id: number): Promise<Response> {
  const { typed, issues, given } = await judgeAnswer(c, viewer, id)
  if (given === undefined) return answerAgain(c, viewer, id, typed, issues)
  const outcome = await taken(c, given.brought, giveAnswer(c.var.asPerson, viewer, given, c.var.now))
  await discard(c.var.settings.dataDir, outcome.done ? outcome.value : given.brought)
  if (!outcome.done) return answerAgain(c, viewer, id, typed, [refusals[outcome.refusal]])
  return c.var.seeOther(answersPath(id), 'polls.done-answered')
}

/** A poll that was taken back, or does not reach them any more while somebody wrote: their words come back to them. */
async function giveOrKeep(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  countTry(uploads, String(viewer.person.id), c.var.now)
  return answer(c, viewer, id).catch(async (thrown) =>
    drawLost(c, thrown, answersIn(c.var.t, (await readForm(c, answerInput)).typed)),
  )
}

async function nameOne(c: ActVisit): Promise<Response> {
  const input = await readForm(c, colleagueInput)
  const id = idFrom(c.req.param('address'))
  const person = input.valid ? input.value.person : 0
  const outcome = await nameColleague(c.var.asPerson, signedIn(c), id, person)
  if (!outcome.done) return c.var.seeOther(pollPath(id ?? 0, ''), `polls.refusal-${outcome.refusal}`)
  return c.var.seeOther(pollPath(outcome.value.id, outcome.value.title), 'polls.done-named')
}

/** The same answer whether the file never was, or is out of reach: nobody learns from the address. */
async function serveFile(c: PageVisit): Promise<Response> {
  const [poll, id] = [idFrom(c.req.param('address')), idFrom(c.req.param('file'))]
  const file = poll === undefined || id === undefined ? undefined : await findFile(c.var.db, poll, id)
  const bytes = file && (await readStored(c.var.settings.dataDir, file.storedAs))
  if (file === undefined || bytes === undefined) throw notFound()
  // Its own name may be that of the city.
  const name = file.underRule ? `${file.id}${extname(file.name)}` : file.name
  return fileResponse(bytes, { ...file, name })
}

export const answeringRoutes: readonly Route[] = [
  post('/polls/:address/answer', giveOrKeep, mostBytes),
  post('/polls/:address/colleague', nameOne),
  get('/polls/:address/files/:file/:name', serveFile),
]
