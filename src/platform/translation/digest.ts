// HTTP digest authentication (RFC 7616), as eTranslation asks for it: the password itself is never sent.
import { createHash, randomBytes } from 'node:crypto'

export interface Account {
  readonly user: string
  readonly password: string
}

const algorithms: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256' }

const valuesOf = (challenge: string): ReadonlyMap<string, string> =>
  new Map(
    [...challenge.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)].map(([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      quoted ?? bare ?? '',
    ]),
  )

const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, '\\$&')}"`

/** What is answered to a challenge; undefined where it asks for something that we do not know. */
export function digestAnswer(
  challenge: string,
  { user, password }: Account,
  { method, path }: { readonly method: string; readonly path: string },
  cnonce = randomBytes(16).toString('hex'),
): string | undefined {
  if (!/^digest\s/i.test(challenge)) return undefined
  const values = valuesOf(challenge)
  const algorithm = values.get('algorithm') ?? 'MD5'
  const hash = algorithms[algorithm.toUpperCase()]
  const [nonce, realm = ''] = [values.get('nonce'), values.get('realm')]
  const hasQop = values.has('qop')
  if (hash === undefined || nonce === undefined) return undefined
  if (hasQop && !(values.get('qop') ?? '').split(/[\s,]+/).includes('auth')) return undefined
  const digest = (text: string): string => createHash(hash).update(text).digest('hex')
  const who = digest(`${user}:${realm}:${password}`)
  const what = digest(`${method}:${path}`)
  const response = digest(hasQop ? `${who}:${nonce}:00000001:${cnonce}:auth:${what}` : `${who}:${nonce}:${what}`)
  const opaque = values.get('opaque')
  return [
    `Digest username=${quoted(user)}, realm=${quoted(realm)}, nonce=${quoted(nonce)}, uri=${quoted(path)}`,
    `algorithm=${algorithm}, response="${response}"`,
    ...(hasQop ? [`qop=auth, nc=00000001, cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ].join(', ')
}
