// The noun: a forum with its rule, and the tree they form.
import type { Lang } from '#kernel/locale.ts'
import { compareIn } from '#kernel/locale.ts'
import { forumName } from '../members/public.ts'

export const rules = ['automatic-from-network', 'automatic-from-forum', 'precondition', 'independent'] as const
/** How belonging to the network and to the forum hang together; the database puts it to work (memberships). */
export type Rule = (typeof rules)[number]

export interface ForumInTree {
  readonly id: number
  readonly slug: string
  readonly names: Readonly<Partial<Record<Lang, string>>>
  readonly country: string
  readonly rule: Rule
  readonly parentId: number | null
  readonly languages: readonly string[]
  readonly noticeMonths: number
  readonly members: number
  /** Counts how often it was changed. */
  readonly revision: number
}

export interface Branch {
  readonly forum: ForumInTree
  readonly below: readonly Branch[]
}

/** In the order of their names in the reader's language; one whose parent is missing stands at the top. */
export function treeOf(forums: readonly ForumInTree[], lang: Lang): Branch[] {
  const known = new Set(forums.map(({ id }) => id))
  const compare = compareIn(lang)
  const below = (parent: number | null): Branch[] =>
    forums
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .sort((one, other) => compare(forumName(one, lang), forumName(other, lang)))
      .map((forum) => ({ forum, below: below(forum.id) }))
  return below(null)
}
