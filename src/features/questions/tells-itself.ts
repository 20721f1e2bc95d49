// What would give away who asks as a member city: too few readers to hide among, or a text that says it.
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { tellsWho } from '#trunk/own-names.ts'
import { mayVeil } from '#trunk/veils.ts'
import type { QuestionInput } from './inputs.ts'

export type VeilRefusal = 'too-few' | 'names-itself'

/** Undefined: nothing that we could see. What else a text tells only its writer can judge, and the form says so. */
export async function tellsItself(
  db: Db,
  { person }: SignedIn,
  { audience, title, text }: Pick<QuestionInput, 'audience' | 'title' | 'text'>,
): Promise<VeilRefusal | undefined> {
  if (audience === 'persons' || !(await mayVeil(db, Number(audience)))) return 'too-few'
  return (await tellsWho(db, person, `${title}\n\n${text}`)) ? 'names-itself' : undefined
}
