// Concepts that a practice's own words suggest; the author ticks what fits.
import type { Typed } from '#kernel/outcome.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { partNames } from './practice.ts'

const most = 12

/** Slugs, the most frequent first; none while nothing is written. */
export function proposeConcepts(typed: Typed): string[] {
  const text = ['title', 'summary', ...partNames]
    .map((name) => typed[name])
    .filter((value) => typeof value === 'string')
    .join('\n')
  return text.trim() === '' ? [] : conceptsInText(text, String(typed['lang'] ?? 'en')).slice(0, most)
}
