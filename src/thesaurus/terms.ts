// The one space of terms: stems by language, concepts, and cognates that several languages share.

/** "de:unterfuhr". */
export const stemTerm = (lang: string, stem: string): string => `${lang}:${stem}`
/** "c:dark-spot". */
export const conceptTerm = (slug: string): string => `c:${slug}`
/** "x:radika". */
export const cognateTerm = (key: string): string => `x:${key}`
