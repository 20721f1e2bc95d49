// eTranslation of the European Commission, which answers later: "How to submit a translation request via the CEF eTranslation
// webservice" (https://ec.europa.eu/cefdigital/wiki/display/CEFDIGITAL/How+to+submit+a+translation+request+via+the+CEF+eTranslation+webservice).
// A positive number is the number of the request, a negative one an error; the page is brought in base64 to the destination.
import { ask, checkedPieces, nonsense, readAnswer } from './asking.ts'
import { type Account, digestAnswer } from './digest.ts'
import { cutPieces, joinPieces } from './one-page.ts'
import { type Provider, TranslationFailure, type TranslationRequest } from './translator.ts'

/** The official languages of the Union. */
const languages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')

export interface ETranslationSettings {
  /** Up to before `/translate`. */
  readonly address: string
  /** Name of the application and its password, as the Commission gave them. */
  readonly account: Account
  readonly patience?: number | undefined
}

const orderOf = ({ pieces, from, to, arrival }: TranslationRequest, application: string): string => {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${joinPieces(pieces)}</body></html>`
  return JSON.stringify({
    priority: 0,
    // No person: who asked is nobody's business there.
    callerInformation: { application, username: application },
    documentToTranslateBase64: {
      content: Buffer.from(page).toString('base64'),
      format: 'html',
      fileName: 'text.html',
    },
    sourceLanguage: from.toUpperCase(),
    targetLanguages: [to.toUpperCase()],
    domain: 'GEN',
    errorCallback: `${arrival}/failure`,
    destinations: { httpDestinations: [arrival] },
  })
}

const pageIn = (body: string): string =>
  body.trimStart().startsWith('<') ? body : Buffer.from(body, 'base64').toString('utf8')

export function etranslation({ address, account, patience }: ETranslationSettings): Provider {
  const where = new URL(`${address}/translate`)
  const who = `eTranslation at ${where.host}`
  const send = async (body: string, authorization?: string): Promise<Response> => {
    const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) }
    return ask({ who, address: where.href, init: { method: 'POST', headers, body }, patience })
  }
  return {
    id: 'etranslation',
    takesGlossary: false,
    pairs: async () => new Set(languages.flatMap((from) => languages.map((to) => `${from}-${to}`))),
    translate: async (request) => {
      // The text goes to whoever could show a challenge, not before.
      const challenged = await send('')
      await challenged.body?.cancel()
      const challenge = challenged.headers.get('www-authenticate') ?? ''
      const answer = digestAnswer(challenge, account, { method: 'POST', path: where.pathname })
      if (challenged.status !== 401 || answer === undefined)
        throw new TranslationFailure('refused', `${who} answered ${challenged.status} where a challenge was due.`)
      const said = (await readAnswer(who, await send(orderOf(request, account.user), answer))).trim()
      if (!/^-?\d{1,18}$/.test(said)) throw nonsense(who)
      if (Number(said) <= 0) throw new TranslationFailure('refused', `${who} refused with the code ${said}.`)
      return 'later'
    },
    read: (body, pieces) => {
      const cut = cutPieces(pageIn(body), pieces)
      if (cut === undefined) throw nonsense(who)
      return checkedPieces(
        who,
        cut,
        cut.map(() => ''.padEnd(20_000)),
      )
    },
  }
}
