// DeepL, second version of its interface: https://developers.deepl.com/api-reference/translate. At most 50 texts and 128 KiB a
// request; marks survive with `tag_handling: xml`. A glossary (https://developers.deepl.com/api-reference/glossaries) cannot be
// changed once made, and an account has room for a thousand: one is made for the text and deleted after it.
import { z } from 'zod'
import type { ServiceSettings } from './apertium.ts'
import { type Asked, ask, askForJson, checkedPieces, nonsense } from './asking.ts'
import { type Provider, type Term, TranslationFailure, type TranslationRequest } from './translator.ts'

const mostTexts = 50
const mostCharacters = 30_000
/** For all requests of one text. Milliseconds. */
const patienceInAll = 45_000

const languagesShape = z.array(z.object({ language: z.string() }))
const answerShape = z.object({ translations: z.array(z.object({ text: z.string() })) })
const glossaryShape = z.object({ glossary_id: z.string().min(1) })

/** English and Portuguese as a target need to be said which. */
const targets: Readonly<Record<string, string>> = { en: 'EN-GB', pt: 'PT-PT' }
const targetOf = (lang: string): string => targets[lang] ?? lang.toUpperCase()
const twoLetters = (code: string): string => code.slice(0, 2).toLowerCase()

/** In requests that the service takes. */
function portions(pieces: readonly string[]): string[][] {
  const all: string[][] = []
  let size = mostCharacters
  for (const piece of pieces) {
    size += piece.length
    if (size > mostCharacters || all.at(-1)?.length === mostTexts) {
      all.push([])
      size = piece.length
    }
    all.at(-1)?.push(piece)
  }
  return all
}

const inOneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()
const tableOf = (terms: readonly Term[]): string =>
  [...new Map(terms.map(({ from, to }) => [inOneLine(from), inOneLine(to)]))]
    .map(([from, to]) => `${from}\t${to}`)
    .join('\n')

type Post = (path: string, body: unknown) => Promise<unknown>

async function makeGlossary(who: string, post: Post, { glossary, from, to }: TranslationRequest): Promise<string> {
  const pair = { source_lang: from, target_lang: to }
  const entries = { entries: tableOf(glossary), entries_format: 'tsv' }
  const made = glossaryShape.safeParse(await post('/v2/glossaries', { name: 'Vicinia', ...pair, ...entries }))
  if (!made.success) throw nonsense(who)
  return made.data.glossary_id
}

async function translateAll(
  who: string,
  post: Post,
  request: TranslationRequest,
  glossary?: string,
): Promise<string[]> {
  const pair = { source_lang: request.from.toUpperCase(), target_lang: targetOf(request.to) }
  const more = { tag_handling: 'xml', ...(glossary !== undefined && { glossary_id: glossary }) }
  const answers: string[] = []
  const until = Date.now() + patienceInAll
  for (const text of portions(request.pieces)) {
    if (Date.now() > until) throw new TranslationFailure('late', `${who} did not answer in time.`)
    const read = answerShape.safeParse(await post('/v2/translate', { text, ...pair, ...more }))
    if (!read.success || read.data.translations.length !== text.length) throw nonsense(who)
    answers.push(...read.data.translations.map((one) => one.text))
  }
  return answers
}

export function deepl({ address, key = '', patience }: ServiceSettings): Provider {
  const who = `DeepL at ${new URL(address).host}`
  const authorization = `DeepL-Auth-Key ${key}`
  const to = (path: string, init: RequestInit): Asked => ({ who, address: `${address}${path}`, init, patience })
  const get = (path: string): Promise<unknown> => askForJson(to(path, { headers: { authorization } }))
  const post: Post = (path, body) => {
    const headers = { authorization, 'content-type': 'application/json' }
    return askForJson(to(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  }
  /** That one stays behind is no reason to keep a translation from anybody. */
  const forget = (glossary: string): Promise<unknown> =>
    ask(to(`/v2/glossaries/${encodeURIComponent(glossary)}`, { method: 'DELETE', headers: { authorization } }))
      .then((answer) => answer.body?.cancel())
      .catch(() => undefined)
  const listed = async (type: 'source' | 'target'): Promise<string[]> => {
    const read = languagesShape.safeParse(await get(`/v2/languages?type=${type}`))
    if (!read.success) throw nonsense(who)
    return [...new Set(read.data.map(({ language }) => twoLetters(language)))]
  }
  return {
    id: 'deepl',
    takesGlossary: true,
    pairs: async () => {
      const [sources, into] = await Promise.all([listed('source'), listed('target')])
      return new Set(sources.flatMap((source) => into.map((target) => `${source}-${target}`)))
    },
    translate: async (request) => {
      if (request.glossary.length === 0)
        return checkedPieces(who, await translateAll(who, post, request), request.pieces)
      const glossary = await makeGlossary(who, post, request)
      try {
        return checkedPieces(who, await translateAll(who, post, request, glossary), request.pieces)
      } finally {
        void forget(glossary)
      }
    },
  }
}
