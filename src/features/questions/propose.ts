// What is proposed for a question from its own words: a title, its language, its concepts. All of it may be changed.
import type { Typed } from '#kernel/outcome.ts'
import { plainText } from '#platform/text/markdown.ts'
import { candidateLanguages, languageOf } from '#thesaurus/detect-language.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { wordsIn } from '#thesaurus/words.ts'

const longestTitle = 120
const mostConcepts = 6

const abbreviation = /(?:^|[\s.])\p{L}{1,2}\.\s*$/u

function firstSentence(line: string, lang: string): string {
  let sentence = ''
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(line)) {
    sentence += segment
    // Unicode's rules (UAX #29) know no abbreviations: "z. B." would end a sentence twice.
    if (!abbreviation.test(sentence)) break
  }
  return sentence.trim()
}

/** The first sentence, without the marks of Markdown, cut at a word; of nothing it is empty. */
export function titleFrom(text: string, lang: string): string {
  // A line of its own is a sentence, whether it ends with a stop or not.
  const [line = ''] = text
    .split('\n')
    .map((one) => plainText(one))
    .filter((one) => one !== '')
  const first = firstSentence(line, lang)
  if (first.length <= longestTitle) return first
  const cut = first.slice(0, longestTitle).toWellFormed()
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${atWord === '' ? cut : atWord} …`
}

/** From so many words on a text tells its language by itself; fewer are read as the reader would. */
const fewWords = 4

const languageFor = async (text: string, reader: string): Promise<string> =>
  wordsIn(text).length < fewWords
    ? ((await candidateLanguages(text, reader))[0]?.lang ?? reader)
    : languageOf(text, reader)

export interface Proposal {
  readonly title: string
  readonly lang: string
  readonly concepts: readonly string[]
}

/** `reader`: the language of whoever asks, for words that tell nothing of their own. */
export async function propose(text: string, reader: string): Promise<Proposal> {
  const lang = await languageFor(text, reader)
  return { title: titleFrom(text, lang), lang, concepts: conceptsInText(text, lang).slice(0, mostConcepts) }
}

const names = ['title', 'lang', 'concepts'] as const
const wordsOf = (value: Typed[string] | undefined): string => (typeof value === 'string' ? value : '')
const same = (one: Typed[string] | undefined, other: Typed[string]): boolean =>
  JSON.stringify([one ?? []].flat().toSorted()) === JSON.stringify([other].flat().toSorted())

/**
 * The form with what is proposed. `before` travels with it: the text for which it was proposed last. What nobody touched
 * since then follows the text; what somebody chose stays, also when no topic is ticked.
 */
export async function withProposals(typed: Typed, reader: string): Promise<Typed> {
  const text = wordsOf(typed['text']).trim()
  const fresh = await propose(text, reader)
  const rest = { ...typed, before: text }
  if (typed['before'] === undefined) return { ...fresh, ...rest, title: wordsOf(typed['title']) || fresh.title }
  const old = await propose(wordsOf(typed['before']), reader)
  const untouched = names.filter((name) => typed[name] === '' || same(typed[name], old[name]))
  return { concepts: [], ...rest, ...Object.fromEntries(untouched.map((name) => [name, fresh[name]])) }
}
