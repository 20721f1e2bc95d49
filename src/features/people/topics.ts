// What somebody looks for when they type words: the topics, with all that is narrower.
import { type Lang, languages } from '#kernel/locale.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { withNarrower } from '#thesaurus/vocabulary.ts'

/** In the reader's language; where it knows no topic in them, in the first that does: people also type in their own. */
export function topicsOf(words: string, lang: Lang): string[] {
  const tries = [lang, ...languages.filter((other) => other !== lang)].map((one) => conceptsInText(words, one))
  return [...new Set((tries.find((found) => found.length > 0) ?? []).flatMap(withNarrower))]
}
