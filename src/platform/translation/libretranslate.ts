// LibreTranslate: https://docs.libretranslate.com/guides/api_usage. `POST /translate` with a list as `q` and `format: html`;
// `GET /languages` gives for each language those it can become.
import { z } from 'zod'
import type { ServiceSettings } from './apertium.ts'
import { askForJson, checkedPieces, nonsense } from './asking.ts'
import type { Provider } from './translator.ts'

const languagesShape = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }))
const answerShape = z.object({ translatedText: z.array(z.string()) })

export function libretranslate({ address, key, patience }: ServiceSettings): Provider {
  const who = `LibreTranslate at ${new URL(address).host}`
  return {
    id: 'libretranslate',
    takesGlossary: false,
    pairs: async () => {
      const listed = languagesShape.safeParse(await askForJson({ who, address: `${address}/languages`, patience }))
      if (!listed.success) throw nonsense(who)
      return new Set(listed.data.flatMap(({ code, targets }) => targets.map((target) => `${code}-${target}`)))
    },
    translate: async ({ pieces, from, to }) => {
      const body = { q: pieces, source: from, target: to, format: 'html', ...(key && { api_key: key }) }
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const read = answerShape.safeParse(await askForJson({ who, address: `${address}/translate`, init, patience }))
      if (!read.success) throw nonsense(who)
      return checkedPieces(who, read.data.translatedText, pieces)
    },
  }
}
