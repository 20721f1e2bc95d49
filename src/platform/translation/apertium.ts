// Apertium APy: rules and dictionaries, on a machine of one's own. https://wiki.apertium.org/wiki/Apertium-apy: `/listPairs`,
// and `/translate` with `langpair`, `q`, `markUnknown`; formatted as HTML unless said otherwise.
import { z } from 'zod'
import { askForJson, checkedPieces, nonsense } from './asking.ts'
import { cutPieces, joinPieces } from './one-page.ts'
import type { Provider } from './translator.ts'

/** It lists languages by their three letters (ISO 639-3) and understands two. */
const twoLetters: Readonly<Record<string, string>> = {
  ...{ deu: 'de', eng: 'en', fra: 'fr', spa: 'es', ita: 'it', nld: 'nl', por: 'pt', pol: 'pl', cat: 'ca', glg: 'gl' },
  ...{ ron: 'ro', swe: 'sv', dan: 'da', nob: 'nb', eus: 'eu', bre: 'br', slv: 'sl', hrv: 'hr', ukr: 'uk', bel: 'be' },
}

const pairsShape = z.object({
  responseData: z.array(z.object({ sourceLanguage: z.string(), targetLanguage: z.string() })),
})
const answerShape = z.object({ responseData: z.object({ translatedText: z.string() }) })

export interface ServiceSettings {
  /** Without a slash at the end. */
  readonly address: string
  readonly key?: string | undefined
  /** Milliseconds. */
  readonly patience?: number | undefined
}

export function apertium({ address, key, patience }: ServiceSettings): Provider {
  const who = `Apertium at ${new URL(address).host}`
  return {
    id: 'apertium',
    takesGlossary: false,
    pairs: async () => {
      const listed = pairsShape.safeParse(await askForJson({ who, address: `${address}/listPairs`, patience }))
      if (!listed.success) throw nonsense(who)
      const name = (code: string): string => twoLetters[code] ?? code
      return new Set(listed.data.responseData.map((one) => `${name(one.sourceLanguage)}-${name(one.targetLanguage)}`))
    },
    translate: async ({ pieces, from, to }) => {
      const q = joinPieces(pieces)
      const body = new URLSearchParams({ langpair: `${from}|${to}`, q, markUnknown: 'no', ...(key && { key }) })
      const init = { method: 'POST', body }
      const read = answerShape.safeParse(await askForJson({ who, address: `${address}/translate`, init, patience }))
      const cut = read.success ? cutPieces(read.data.responseData.translatedText, pieces.length) : undefined
      if (cut === undefined) throw nonsense(who)
      return checkedPieces(who, cut, pieces)
    },
  }
}
