// Translation services as a network might have them: real HTTP on the loopback, each with its documented protocol, and every way
// in which such a service fails. What they answer is the text in capitals, so that a test knows it again.
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How it answers what it is sent: well, with a status, with a body of another kind, or never. */
export type Failing = 'well' | 'never' | { readonly status: number } | { readonly body: string }

export interface TranslationServer {
  /** What TRANSLATION_ADDRESS would be. */
  readonly address: string
  readonly sent: Sent[]
  failing: Failing
  /** What happens while it works at a text. */
  meanwhile: () => Promise<unknown>
}

export const shout = (piece: string): string =>
  piece.replace(/(<[^>]*>|&[a-z#0-9]+;)|[^<&]+/g, (all: string, kept?: string) => kept ?? all.toUpperCase())

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

type Reply = { readonly status?: number; readonly body: string; readonly headers?: Record<string, string> }
export type Protocol = (sent: Sent) => Reply

const json = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) })

/** As https://docs.libretranslate.com/guides/api_usage says. */
export const asLibreTranslate: Protocol = ({ method, path, body }) => {
  if (method === 'GET' && path === '/languages')
    return json(
      ['de', 'en', 'pt', 'es', 'fr'].map((code) => ({ code, name: code, targets: ['de', 'en', 'pt', 'es', 'fr'] })),
    )
  const { q, source, target, format, api_key } = JSON.parse(body)
  if (path !== '/translate' || format !== 'html' || !Array.isArray(q) || source.length !== 2 || target.length !== 2)
    return json({ error: 'Invalid request' }, 400)
  if (api_key !== undefined && api_key !== 'geheim') return json({ error: 'Invalid API key' }, 403)
  return json({ translatedText: q.map(shout) })
}

/** As https://developers.deepl.com/api-reference says: the key in a header, XML well-formed, glossaries made and deleted. */
export function asDeepL(glossaries = new Map<string, string>()): Protocol {
  return ({ method, path, headers, body }) => {
    if (headers.authorization !== 'DeepL-Auth-Key geheim:fx') return json({ message: 'Forbidden' }, 403)
    if (path === '/v2/languages?type=source')
      return json([
        { language: 'DE', name: 'German' },
        { language: 'PT', name: 'Portuguese' },
      ])
    if (path === '/v2/languages?type=target')
      return json([{ language: 'EN-GB' }, { language: 'PT-PT' }, { language: 'DE' }])
    if (method === 'DELETE')
      return { status: glossaries.delete(path.slice('/v2/glossaries/'.length)) ? 204 : 404, body: '' }
    const asked = JSON.parse(body)
    if (path === '/v2/glossaries') {
      if (asked.entries_format !== 'tsv' || !/^[^\t\n]+\t[^\t\n]+(\n[^\t\n]+\t[^\t\n]+)*$/.test(asked.entries))
        return json({ message: 'Bad entries' }, 400)
      const id = `g${glossaries.size + 1}`
      glossaries.set(id, asked.entries)
      return json({ glossary_id: id, ready: true }, 201)
    }
    if (asked.tag_handling !== 'xml' || asked.text.length > 50 || ['EN', 'PT'].includes(asked.target_lang))
      return json({ message: 'Bad request' }, 400)
    if (asked.glossary_id !== undefined && !glossaries.has(asked.glossary_id))
      return json({ message: 'No glossary' }, 404)
    return json({
      translations: asked.text.map((text: string) => ({ text: shout(text), detected_source_language: 'DE' })),
    })
  }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const valueIn = (header: string, name: string): string => new RegExp(`\\b${name}="?([^",]+)"?`).exec(header)?.[1] ?? ''

/** As the Commission's page on its web service says: digest authentication, then the number of the request, the text later. */
export const asETranslation: Protocol = ({ method, path, headers, body }) => {
  const given = headers.authorization ?? ''
  const challenge = 'Digest realm="etranslation", nonce="abc123", qop="auth", algorithm=MD5, opaque="xyz"'
  if (given === '') return { status: 401, body: '', headers: { 'www-authenticate': challenge } }
  const who = md5('vicinia:etranslation:geheim')
  const what = md5(`${method}:${path}`)
  const wanted = md5(`${who}:abc123:${valueIn(given, 'nc')}:${valueIn(given, 'cnonce')}:auth:${what}`)
  if (valueIn(given, 'response') !== wanted || valueIn(given, 'opaque') !== 'xyz') return { status: 401, body: '' }
  const { documentToTranslateBase64, targetLanguages, destinations } = JSON.parse(body)
  if (
    documentToTranslateBase64.format !== 'html' ||
    targetLanguages.length !== 1 ||
    destinations.httpDestinations.length !== 1
  )
    return { body: '-20000' }
  return { body: '4711' }
}

const give = (response: ServerResponse, { status = 200, body, headers }: Reply): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

async function answer(
  server: TranslationServer,
  protocol: Protocol,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { method = '', url: path = '', headers } = request
  const sent = { method, path, headers, body: await readBody(request) }
  server.sent.push(sent)
  const { failing } = server
  if (failing === 'never') return
  if (sent.method === 'POST') await server.meanwhile()
  if (failing === 'well' || sent.method === 'GET') return give(response, protocol(sent))
  give(response, 'status' in failing ? { status: failing.status, body: '{}' } : failing)
}

/** Listens until the test file has ended. */
export async function openTranslationServer(protocol: Protocol): Promise<TranslationServer> {
  const listener = createServer((request, response) => void answer(server, protocol, request, response))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', () => resolve()))
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const server: TranslationServer = { address, sent: [], failing: 'well', meanwhile: async () => undefined }
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        listener.close(() => resolve())
        listener.closeAllConnections()
      }),
  )
  return server
}
