// Title, language, year and topics stand on the page beside the sections: what its reader left as it was follows whoever changed it since.
import type { Db } from '#platform/db/database.ts'
import { findRevision, type Practice, type PracticeInput } from '../practices/public.ts'
import type { ComposedParts } from './compose-parts.ts'
import type { TakeOverInput } from './inputs.ts'

type Standing = Pick<Practice, 'title' | 'lang' | 'yearStart' | 'concepts'>

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

/** The practice as it would be saved, with the parts and what else was chosen; a year that cannot be is left as it was. */
export function changed(practice: Practice, beginning: Standing, parts: ComposedParts): PracticeInput {
  const { yearEnd, revision, audienceId } = practice
  const { title, lang, yearStart, concepts } = beginning
  const fits = yearStart !== null && (yearEnd === null || yearStart <= yearEnd)
  return {
    ...practice,
    ...parts,
    title,
    lang,
    yearStart: fits ? yearStart : practice.yearStart,
    sources: [...practice.sources],
    concepts: [...concepts],
    audience: String(audienceId),
    persons: '',
    revision,
  }
}
