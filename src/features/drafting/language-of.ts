// In which language is a brought text? Its own words decide; who brings it is asked only where they say nothing.
import { candidateLanguages } from '#thesaurus/detect-language.ts'

/** ISO 639-2 for "undetermined": no language is favoured because of the reader. */
const nobody = 'und'

export async function languageOf(text: string, reader: string): Promise<string> {
  const guesses = await candidateLanguages(text, nobody)
  const best = guesses.find(({ lang }) => lang !== nobody)
  return best === undefined || guesses[0]?.lang === nobody ? reader : best.lang
}
