// After the vocabulary has got new words: what holds them is indexed anew, a few things at a time.
import type { Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { tokensIn } from '#thesaurus/analyse.ts'
import { taggerOf } from '#thesaurus/tagger.ts'
import { stemTerm } from '#thesaurus/terms.ts'
import { type HeldWords, type IndexedSubject, listHolding } from '../store-holding.ts'
import { termId } from '../term-id.ts'
import { indexSubjects, kindsOf } from './index-documents.ts'

/** As in `reindex`: whoever publishes meanwhile does not wait. */
const batch = 25

const wordsOf = (lang: string, label: string): HeldWords => {
  const stems = new Set(tokensIn(label, lang, taggerOf(lang).lexicon).map(({ stem }) => stem))
  return { lang, terms: [...stems].map((stem) => termId(stemTerm(lang, stem))) }
}

/**
 * `labels`: by language. Goes on behind `after`, does at most `most` things, and gives the last one; undefined when none
 * is left. A thing that holds the words of a label apart from each other is indexed too, and stays as it was.
 */
export async function indexHolding(
  system: Db,
  features: readonly Feature[],
  labels: Readonly<Record<string, readonly string[]>>,
  after: IndexedSubject | undefined,
  most: number,
): Promise<IndexedSubject | undefined> {
  const words = Object.entries(labels)
    .flatMap(([lang, list]) => list.map((label) => wordsOf(lang, label)))
    .filter(({ terms }) => terms.length > 0)
  const found = await listHolding(system, words, after, most)
  for (const kind of kindsOf(features)) {
    const subjects = found.filter((one) => one.kind === kind.source.kind).map(({ subject }) => subject)
    for (let at = 0; at < subjects.length; at += batch)
      await indexSubjects(system, kind, subjects.slice(at, at + batch))
  }
  return found.length < most ? undefined : found.at(-1)
}
