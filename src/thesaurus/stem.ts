// From a word to its stem: Snowball where the library has the language, light stemmers of our own, else the folded word.
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { fold } from './fold.ts'
import { lightStemmers } from './light-stemmers.ts'

const stemmers = new Map<string, (word: string) => string>([
  ...lightStemmers,
  ['da', danish],
  ['nl', dutch],
  ['en', english],
  ['fi', finnish],
  ['fr', french],
  ['de', german],
  ['el', greek],
  ['hu', hungarian],
  ['it', italian],
  ['lt', lithuanian],
  ['no', norwegian],
  ['nb', norwegian],
  ['nn', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['es', spanish],
  ['sv', swedish],
])

const kept = new Map<string, string>()
const mostKept = 50_000

/** A lower-case word with its accents → its folded stem. "unterführungen" in German → "unterfuhr". */
export function stem(word: string, lang: string): string {
  const key = `${lang}:${word}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const stemmer = stemmers.get(lang)
  const made = fold(stemmer === undefined ? word : stemmer(word)) || fold(word)
  // Forgetting everything at once is crude and enough: the frequent words are back after one text.
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, made)
  return made
}
