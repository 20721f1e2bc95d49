// How days and memberships are said on pages.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { ForumLine } from './store.ts'

/** 2025-01-01 → "1 January 2025". */
export const dayIn = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

/** "Network", or what the forum is called. */
export type NameOf = (forumId: number | null) => string
export const namesOf = (t: Translate, forums: readonly ForumLine[]): NameOf => {
  const names = new Map(forums.map(({ id, name }) => [id, name]))
  return (forumId) => (forumId === null ? t('memberships.network') : (names.get(forumId) ?? String(forumId)))
}
