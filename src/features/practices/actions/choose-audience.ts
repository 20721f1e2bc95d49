// The audience that a form names, as an id: one within reach, or a new one of named persons.
import { type Audience, networkAudience, widens } from '#kernel/audience.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { createPersonsAudience, findChoosable, listAudiences } from '#trunk/audiences.ts'
import { findPersonsByName } from '#trunk/persons.ts'
import type { PracticeInput } from '../inputs.ts'
import type { Practice } from '../practice.ts'

export type AudienceRefusal = 'audience-unknown' | 'persons-unknown' | 'persons-by-author' | 'widening'

/** What a new practice begins with: everybody in the network; for whoever is not in it their own organisation, for a guest a room. */
export async function firstAudience(db: Db, { person, audiences }: SignedIn): Promise<number> {
  if (audiences.includes(networkAudience)) return networkAudience
  const all = await listAudiences(db, person.lang)
  return (all.find(({ kind }) => kind === 'organisation') ?? all[0])?.id ?? networkAudience
}

const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Every name must be known and mean one person: a slip here would show a TLP:RED text to the wrong one. */
async function namedPersons(db: Db, viewer: SignedIn, text: string): Promise<Outcome<number, AudienceRefusal>> {
  const names = namesIn(text)
  const found = await findPersonsByName(db, names)
  const meant = names.map((name) => found.filter((person) => person.name.toLowerCase() === name.toLowerCase()))
  if (names.length === 0 || names.length > 100 || meant.some((persons) => persons.length !== 1))
    return refused('persons-unknown')
  const ids = found.map((person) => person.id)
  const made = await createPersonsAudience(db, viewer.person.id, ids)
  return made === undefined ? refused('audience-unknown') : done(made)
}

/** As it stands. `saidTo`: of what others said in it, to whom they said it; then a draft asks as well before it reaches more. */
type Before = Pick<Practice, 'stewardId' | 'audienceId' | 'audienceKind' | 'state'> & {
  readonly saidTo?: Pick<Audience, 'id' | 'kind'> | undefined
}

/** `before`: for the question whether the audience grows. */
export async function chooseAudience(
  db: Db,
  viewer: SignedIn,
  input: Pick<PracticeInput, 'audience' | 'persons' | 'widen'>,
  before: Before | undefined,
): Promise<Outcome<number, AudienceRefusal>> {
  const known = before?.state === 'published' ? { id: before.audienceId, kind: before.audienceKind } : before?.saidTo
  const grows = (wanted: Pick<Audience, 'id' | 'kind'>): boolean =>
    known !== undefined && input.widen === undefined && widens(known, wanted)
  // Left as it is: nothing to ask, also where it does not reach whoever writes.
  if (input.audience === String(before?.audienceId)) return done(Number(input.audience))
  // Nobody but who looks after it would reach it afterwards, so nobody else can give it to named persons.
  const bySteward = before === undefined || before.stewardId === viewer.person.id
  if (input.audience === 'persons' && !bySteward) return refused('persons-by-author')
  // Other names are other eyes: from one list of persons to another it is asked too, before the new list is made.
  if (input.audience === 'persons')
    return grows({ id: 0, kind: 'persons' }) ? refused('widening') : namedPersons(db, viewer, input.persons)
  const wanted = await findChoosable(db, Number(input.audience), viewer.person.lang)
  if (wanted === undefined) return refused('audience-unknown')
  if (wanted.kind === 'persons' && !bySteward) return refused('persons-by-author')
  return grows(wanted) ? refused('widening') : done(wanted.id)
}
