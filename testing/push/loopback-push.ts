// A push service beside the tests: takes what is sent to browsers over real TLS, judges who sent it (RFC 8292) and opens it.
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type BrowserKeys, openSealed } from './open-sealed.ts'

/** Known to everybody who reads this; good for 127.0.0.1 alone. */
const pem = readFileSync(join(import.meta.dirname, 'loopback.pem'))

export interface Received {
  /** Of the browser. */
  readonly name: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** What the sender says of itself. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string }
  readonly senderKey: string
}

export interface PushService {
  readonly received: Received[]
  /** Asked, whether it was taken or not. */
  readonly asked: () => number
  /** What it answers from now on. */
  answer: number
  /** A new browser: what its page would tell the server. */
  readonly subscribe: (name: string) => { readonly endpoint: string; readonly p256dh: string; readonly auth: string }
  readonly close: () => Promise<void>
}

/** The signature of ES256 (RFC 7518, 3.4) by the key that stands beside it. */
function claimsOf(header: string): { claims: Received['claims']; senderKey: string } {
  const [, token = '', senderKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(senderKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' })
  const right = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!right) throw new Error('The signature is wrong.')
  return { claims: JSON.parse(Buffer.from(body, 'base64url').toString('utf8')), senderKey }
}

export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, BrowserKeys>()
  const state = { answer: 201, asked: 0 }
  const received: Received[] = []
  const server = createServer({ key: pem, cert: pem }, async (request, answer) => {
    state.asked += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const name = (request.url ?? '').slice(1)
    const keys = browsers.get(name)
    if (keys !== undefined && state.answer < 300) {
      const sender = claimsOf(request.headers.authorization ?? '')
      received.push({ name, headers: request.headers, text: openSealed(Buffer.concat(chunks), keys), ...sender })
    }
    answer.writeHead(keys === undefined ? 404 : state.answer).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const known = getCACertificates('default')
  setDefaultCACertificates([...known, pem.toString('utf8').slice(pem.indexOf('-----BEGIN CERTIFICATE'))])
  return {
    received,
    asked: () => state.asked,
    get answer() {
      return state.answer
    },
    set answer(status: number) {
      state.answer = status
    },
    subscribe: (name) => {
      const curve = createECDH('prime256v1')
      const keys = { publicKey: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
      browsers.set(name, { ...keys, privateKey: curve.getPrivateKey('base64url') })
      return { endpoint: `https://127.0.0.1:${port}/${name}`, p256dh: keys.publicKey, auth: keys.auth }
    },
    close: async () => {
      setDefaultCACertificates(known)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
