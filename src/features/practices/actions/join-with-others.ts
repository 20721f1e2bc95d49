// Two people at one practice: what each changed alone is kept; what both changed, nobody but a person can decide.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { contentOf, joinContents, type PracticeContent } from '../content.ts'
import type { PracticeInput } from '../inputs.ts'
import type { Practice } from '../practice.ts'
import { findRevision } from '../store-revisions.ts'

interface Wanted {
  readonly content: PracticeContent
  readonly audience: string
}

/** What this person wants to stand there, joined with what others saved since they opened the form. */
export async function joinWithOthers(
  db: Db,
  practice: Practice,
  input: PracticeInput,
): Promise<Outcome<Wanted, 'changed-meanwhile'>> {
  if (input.revision === practice.revision) return done({ content: contentOf(input), audience: input.audience })
  const base = await findRevision(db, practice.id, input.revision)
  if (base === undefined) return refused('changed-meanwhile')
  const { content, conflicts } = joinContents(base.content, contentOf(practice), contentOf(input))
  if (conflicts.length > 0) return refused('changed-meanwhile')
  // Whoever left the audience alone must not undo what somebody else made narrower meanwhile.
  const untouched = input.audience === String(base.audienceId)
  return done({ content, audience: untouched ? String(practice.audienceId) : input.audience })
}
