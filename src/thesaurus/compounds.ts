// Splits compounds: "Fußgängerunterführung" is found by whoever types "Unterführung".
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { stem } from './stem.ts'

/** What may stand between two parts, by language. */
const links: Record<string, readonly string[]> = {
  de: ['', 's', 'n', 'en', 'es', 'er', 'e', 'ens'],
  nl: ['', 's', 'en', 'e', 'n', 'er'],
  sv: ['', 's', 'e', 'o'],
  da: ['', 's', 'e', 'er'],
  no: ['', 's', 'e'],
  fi: ['', 'n'],
}
const shortestPart = 4
/** Where only one part is known, it must be long enough not to stand there by accident. */
const shortestKnown = 5
const mostParts = 4

/** The lexicon's word for a part that is not the last: bare, with a link, or without its final e ("Schul-"). */
const innerPart = (part: string, lexicon: Lexicon): string | undefined => {
  for (const link of links[lexicon.lang] ?? []) {
    if (!part.endsWith(link) || part.length - link.length < shortestPart) continue
    const word = lexicon.words.get(link === '' ? part : part.slice(0, -link.length))
    if (word !== undefined) return word
  }
  return part.length >= shortestPart ? lexicon.words.get(`${part}e`) : undefined
}

/** The last part may be inflected. */
const lastPart = (part: string, lexicon: Lexicon): string | undefined => {
  if (part.length < shortestPart) return undefined
  return lexicon.words.get(part) ?? (lexicon.stems.has(stem(part, lexicon.lang)) ? part : undefined)
}

/** All of the word as known parts, the longest first part first. */
const whole = (word: string, lexicon: Lexicon, most: number): readonly string[] | undefined => {
  const last = lastPart(word, lexicon)
  if (last !== undefined) return [last]
  if (most <= 1) return undefined
  for (let cut = word.length - shortestPart; cut >= shortestPart; cut -= 1) {
    const first = innerPart(word.slice(0, cut), lexicon)
    if (first === undefined) continue
    const rest = whole(word.slice(cut), lexicon, most - 1)
    if (rest !== undefined) return [first, ...rest]
  }
  return undefined
}

/** "sexistische" holds no table, "versammelten" no parents: endings that look like a word. */
const endings: Record<string, RegExp> = { de: /(?:[aeiouys]tisch(?:e[mnrs]?)?|elte[mnrst]?)$/ }

const knownEnd = (word: string, lexicon: Lexicon): string | undefined => {
  if (endings[lexicon.lang]?.test(word)) return undefined
  for (let cut = shortestPart; cut <= word.length - shortestKnown; cut += 1) {
    const last = lastPart(word.slice(cut), lexicon)
    if (last !== undefined) return last
  }
  return undefined
}

const knownBeginning = (word: string, lexicon: Lexicon): string | undefined => {
  for (let cut = word.length - shortestKnown; cut >= shortestKnown; cut -= 1) {
    const first = innerPart(word.slice(0, cut), lexicon)
    if (first !== undefined && first.length >= shortestKnown) return first
  }
  return undefined
}

const shortestCompound = 8

/** The known words that a compound is made of; empty for a simple word, and in languages that do not compound. */
export function splitCompound(word: string, lexicon: Lexicon): readonly string[] {
  if (links[lexicon.lang] === undefined || word.length < shortestCompound) return []
  const folded = fold(word)
  for (let cut = folded.length - shortestPart; cut >= shortestPart; cut -= 1) {
    const first = innerPart(folded.slice(0, cut), lexicon)
    const rest = first === undefined ? undefined : whole(folded.slice(cut), lexicon, mostParts - 1)
    if (first !== undefined && rest !== undefined) return [first, ...rest]
  }
  // "Unterführung" is a word of its own, and no "Führung".
  if (lexicon.words.has(folded) || lexicon.stems.has(stem(word, lexicon.lang))) return []
  const known = [knownBeginning(folded, lexicon), knownEnd(folded, lexicon)]
  return known.filter((part) => part !== undefined)
}
