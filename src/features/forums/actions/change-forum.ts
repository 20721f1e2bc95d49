// Changing what is data about a forum; a rule that is changed holds for what is recorded from now on.
import { languages } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ForumInTree } from '../forum.ts'
import type { ForumInput } from '../inputs.ts'
import { mayChangeForum, mayChangeRule } from '../permissions.ts'
import { changeForum } from '../store.ts'

const namesIn = (input: ForumInput): Record<string, string> =>
  Object.fromEntries(
    languages
      .map((lang): [string, string] => [lang, String((input as Record<string, unknown>)[`name-${lang}`] ?? '')])
      .filter(([, name]) => name !== ''),
  )

export async function saveForum(
  db: Db,
  viewer: SignedIn,
  forum: ForumInTree,
  input: ForumInput,
): Promise<Outcome<undefined, 'no-name' | 'circle' | 'changed'>> {
  if (!mayChangeForum(viewer, forum.id)) throw forbidden()
  const names = namesIn(input)
  if (Object.keys(names).length === 0) return refused('no-name')
  const decides = mayChangeRule(viewer)
  const saved = await changeForum(db, forum.id, {
    names,
    languages: input.languages,
    noticeMonths: input.noticeMonths,
    rule: (decides ? input.rule : undefined) ?? forum.rule,
    parentId: decides && input.parent !== undefined ? input.parent : forum.parentId,
    revision: input.revision,
  })
  if (saved !== 'done') return refused(saved)
  await recordFact(db, { name: 'forum.changed', actor: viewer.person, audienceId: 1, data: { forum: forum.id } })
  return done(undefined)
}
