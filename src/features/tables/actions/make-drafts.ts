// Make drafts of exactly the rows that were checked: all in one transaction, once, however often it is asked.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { draftPractice, listTitlesOf, type PracticeInput, practiceInput } from '../../practices/public.ts'
import { plainTitle } from '../check-rows.ts'
import type { Draft } from '../run.ts'
import { finishRun, lockRun } from '../store.ts'

async function draft(db: Db, viewer: SignedIn, input: PracticeInput): Promise<Draft> {
  const outcome = await draftPractice(db, viewer, input)
  // Asked before the first row; a stop here takes everything back.
  if (!outcome.done) throw new Error(`A checked row was refused: ${outcome.refusal}`)
  return { id: outcome.value, title: input.title, lang: input.lang }
}

/** Rows need nothing of each other: so many share one pipeline to the database, which takes a third of the time. */
const atOnce = 25

async function draftAll(db: Db, viewer: SignedIn, inputs: readonly PracticeInput[]): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (let from = 0; from < inputs.length; from += atOnce)
    drafts.push(...(await Promise.all(inputs.slice(from, from + atOnce).map((input) => draft(db, viewer, input)))))
  return drafts
}

/** Gives how many drafts there are. After a crash nothing is there, and the run waits as before. */
export const makeDrafts = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<number, 'audience-unknown'>> =>
  asPerson(async (db) => {
    const run = id === undefined ? undefined : await lockRun(db, id)
    if (run === undefined) throw notFound()
    if (run.outcome !== null) return done(run.outcome.drafts.length)
    const inputs = run.good.map(({ typed }) => practiceInput.parse(typed))
    const reach = new Set((await listAudiences(db, viewer.person.lang)).map((audience) => String(audience.id)))
    if (inputs.some(({ audience }) => !reach.has(audience))) return refused('audience-unknown')
    const there = new Set((await listTitlesOf(db, viewer.person.organisationId)).map(plainTitle))
    const fresh = inputs.filter(({ title }) => !there.has(plainTitle(title)))
    const drafts = await draftAll(db, viewer, fresh)
    await finishRun(db, run.id, { drafts, left: inputs.length - fresh.length }, now)
    return done(drafts.length)
  })
