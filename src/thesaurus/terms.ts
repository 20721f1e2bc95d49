// The one space of terms: stems by language, concepts, cognates that several languages share, and names.
import { fold } from './fold.ts'

/** "de:unterfuhr". */
export const stemTerm = (lang: string, stem: string): string => `${lang}:${stem}`
/** "c:dark-spot". */
export const conceptTerm = (slug: string): string => `c:${slug}`
/** "w:hospital": an everyday word that several languages have. */
export const everydayTerm = (slug: string): string => `w:${slug}`
/** "x:radika". */
export const cognateTerm = (key: string): string => `x:${key}`
/** "n:lyon": cities and people are called the same in every language, or nearly. */
export const nameTerm = (word: string): string => `n:${fold(word)}`
