// Which part of a practice does a heading announce? By the vocabulary of headings.json, as cities write them in eight languages.
import { isLang } from '#kernel/locale.ts'
import { remember } from '#kernel/remember.ts'
import { translator } from '#platform/i18n.ts'
import { fold } from '#thesaurus/fold.ts'
import { stem } from '#thesaurus/stem.ts'
import { stopWords } from '#thesaurus/stop-words.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { partNames } from '../practices/public.ts'
import vocabulary from './headings.json' with { type: 'json' }
import type { Place } from './section.ts'

/** `nowhere`: known, and no part of the story: contacts, sources, contents. */
export type Meant = Place | 'nowhere'

export interface Recognised {
  readonly meant: Meant
  /** Above 0, at most 1: how much of the heading is told by the vocabulary. */
  readonly score: number
}

interface Label {
  readonly meant: Meant
  readonly stems: readonly string[]
  /** "Project" alone says little; with `~` in the file. */
  readonly weak: boolean
}

interface Tongue {
  readonly lang: string
  readonly exact: ReadonlyMap<string, Meant>
  readonly labels: readonly Label[]
}

const entries = Object.entries(vocabulary) as [Meant, Readonly<Record<string, readonly string[]>>][]
const tongues = [...new Set(entries.flatMap(([, byLang]) => Object.keys(byLang)))]

/** "3.2", "II.", "b)" before the words are no words. */
const numbering = /^\s*(?:(?:\d{1,2}\.)*\d{1,2}[.):]?|[ivx]{1,4}[.)]|[a-z]\))\s+/i
const wordsOf = (text: string): string[] => wordsIn(text.replace(numbering, '')).map(({ word }) => word)
const keyOf = (text: string): string => wordsOf(text).map(fold).join(' ')
const stemsOf = (text: string, lang: string): string[] =>
  wordsOf(text)
    .filter((word) => !stopWords(lang).has(fold(word)) && !/^\p{N}/u.test(word))
    .map((word) => stem(word, lang))

/** The headings of our own pages: a practice that somebody printed or copied elsewhere is read as it was told. */
const ownHeadings = (lang: string): [string, Meant][] =>
  isLang(lang) ? partNames.map((name) => [keyOf(translator(lang)(`practices.part-${name}`)), name]) : []

const tongueOf = remember(tongues.length, (lang: string): Tongue => {
  const all = entries.flatMap(([meant, byLang]) =>
    (byLang[lang] ?? []).map((written) => ({ meant, weak: written.startsWith('~'), text: written.replace(/^~/, '') })),
  )
  return {
    lang,
    exact: new Map([
      ...all.filter(({ weak }) => !weak).map(({ meant, text }): [string, Meant] => [keyOf(text), meant]),
      ...ownHeadings(lang),
    ]),
    labels: all
      .map(({ meant, weak, text }) => ({ meant, weak, stems: stemsOf(text, lang) }))
      .filter(({ stems }) => stems.length > 0),
  }
})

/** German and Dutch build words from words: "Projektkosten" are costs (its last word decides), a "Kostenplan" a little less. */
const builds = new Set(['de', 'nl'])
const shortestWord = 5
const shortestBeginning = 6
function likeness(token: string, label: string, lang: string): number {
  if (token === label) return 1
  if (!builds.has(lang)) return 0
  if (label.length >= shortestWord - 1 && token.length >= label.length + 3 && token.endsWith(label)) return 0.9
  return label.length >= shortestBeginning && token.startsWith(label) ? 0.6 : 0
}

/** For each word of the heading how much this label tells of it; undefined unless the whole label stands there. */
function told(tokens: readonly string[], { stems, weak }: Label, lang: string): number[] | undefined {
  const values = tokens.map((token) => Math.max(...stems.map((one) => likeness(token, one, lang))))
  const whole = stems.every((one) => tokens.some((token) => likeness(token, one, lang) > 0))
  return whole ? values.map((value) => (weak ? value * 0.55 : value)) : undefined
}

const enough = 0.5
const firstWordCounts = 0.2
const longestHeading = 10

function scoresIn(tokens: readonly string[], { lang, labels }: Tongue): Map<Meant, number[]> {
  const best = new Map<Meant, number[]>()
  for (const label of labels) {
    const values = told(tokens, label, lang)
    if (values === undefined) continue
    const before = best.get(label.meant) ?? tokens.map(() => 0)
    // A label of several words is surer than its words one by one.
    const bonus = label.stems.length > 1 ? 0.05 : 0
    best.set(
      label.meant,
      before.map((value, index) => Math.max(value, (values[index] ?? 0) * (1 + bonus))),
    )
  }
  return best
}

function inTongue(heading: string, tongue: Tongue): Recognised | undefined {
  const exact = tongue.exact.get(keyOf(heading))
  if (exact !== undefined) return { meant: exact, score: 1 }
  const tokens = stemsOf(heading, tongue.lang)
  if (tokens.length === 0 || tokens.length > longestHeading) return undefined
  const scores = scoresIn(tokens, tongue)
  const ranked = [...scores]
    .map(([meant, values]) => {
      const sum = values.reduce((all, value) => all + value, 0) / tokens.length
      return { meant, score: sum + (values[0] ?? 0) * firstWordCounts }
    })
    .sort((one, other) => other.score - one.score)
  const best = ranked[0]
  if (best === undefined) return undefined
  // "Bisherige Erfahrungen und Ergebnisse": most of it is known, it only speaks of two parts, and the first comes first.
  const known = tokens.filter((_, index) => [...scores.values()].some((values) => (values[index] ?? 0) > 0.5)).length
  const score = known / tokens.length > 0.6 ? Math.max(enough, best.score) : best.score
  return { meant: best.meant, score: Math.min(0.99, score) }
}

/** In another language than the text's only what is nearly certain: "Lessons learned" in a German report. */
const enoughElsewhere = 0.95

/** Undefined where the heading is none that we know. `lang` is the language of the text. */
export function recogniseHeading(heading: string, lang: string): Recognised | undefined {
  const own = tongues.includes(lang) ? inTongue(heading, tongueOf(lang)) : undefined
  if (own !== undefined && own.score >= enough) return own
  const others = tongues.filter((one) => one !== lang).map((one) => inTongue(heading, tongueOf(one)))
  return others
    .filter((one) => one !== undefined && one.score >= enoughElsewhere)
    .sort((one, other) => (other?.score ?? 0) - (one?.score ?? 0))[0]
}
