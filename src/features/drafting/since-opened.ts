// Title, language, year and topics stand on the page beside the sections: what its reader left as it was follows whoever changed it since.
import type { Db } from '#platform/db/database.ts'
import { findRevision, type Practice } from '../practices/public.ts'
import type { TakeOverInput } from './inputs.ts'

export type Standing = Pick<Practice, 'title' | 'lang' | 'yearStart' | 'concepts'>

function joinBeginning(opened: Standing, now: Standing, mine: TakeOverInput): Standing | undefined {
  const both = (['title', 'lang'] as const).some(
    (name) => mine[name] !== opened[name] && now[name] !== opened[name] && mine[name] !== now[name],
  )
  if (both) return undefined
  const removed = opened.concepts.filter((slug) => !now.concepts.includes(slug))
  return {
    title: mine.title === opened.title ? now.title : mine.title,
    lang: mine.lang === opened.lang ? now.lang : mine.lang,
    // A year may be no more than our proposal: one that somebody wrote meanwhile counts more.
    yearStart: now.yearStart === opened.yearStart ? mine.yearStart : now.yearStart,
    concepts: [...new Set([...now.concepts, ...mine.concepts.filter((slug) => !removed.includes(slug))])].slice(0, 30),
  }
}

/** Undefined where both changed the title or the language, each differently. */
export async function beginningOf(db: Db, practice: Practice, input: TakeOverInput): Promise<Standing | undefined> {
  const opened = input.revision === practice.revision ? undefined : await findRevision(db, practice.id, input.revision)
  return joinBeginning(opened?.content ?? practice, practice, input)
}
