// For tests: an authenticator in software (WebAuthn Level 3, ES256, attestation "none"), as a phone would answer.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** Just enough CBOR (RFC 8949) for an attestation object: small numbers, texts, bytes, maps. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, size: number): Buffer => {
    if (size < 24) return Buffer.from([(major << 5) | size])
    return size < 256 ? Buffer.from([(major << 5) | 24, size]) : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

const hash = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

/** An ES256 public key as COSE writes it (RFC 9053). */
const coseKey = ({ x = '', y = '' }: { x?: string; y?: string }): Buffer =>
  cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** Flags: user present, user verified, and (at registration) a new credential is attached. */
const authenticatorData = (party: string, flags: number, count: number, attached = Buffer.alloc(0)): Buffer => {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  return Buffer.concat([hash(party), Buffer.from([flags]), counter, attached])
}

const attestation = (data: Buffer): Buffer =>
  cbor(
    new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]),
  )

const answer = (id: Buffer, parts: Readonly<Record<string, Buffer>>, more: object = {}) => ({
  id: id.toString('base64url'),
  rawId: id.toString('base64url'),
  type: 'public-key',
  clientExtensionResults: {},
  response: {
    ...Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')])),
    ...more,
  },
})

/** One key for the site at `origin`; `at` makes it answer as if another site had asked. */
export function createAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const party = new URL(origin).hostname
  let count = 0
  return {
    register: (challenge: string, at = origin) => {
      const key = coseKey(publicKey.export({ format: 'jwk' }))
      const attached = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const attestationObject = attestation(authenticatorData(party, 0x45, count, attached))
      const clientDataJSON = clientData('webauthn.create', challenge, at)
      return answer(id, { clientDataJSON, attestationObject }, { transports: ['internal'] })
    },
    signIn: (challenge: string, at = origin) => {
      count += 1
      const data = authenticatorData(party, 0x05, count)
      const clientDataJSON = clientData('webauthn.get', challenge, at)
      const signature = sign('sha256', Buffer.concat([data, hash(clientDataJSON)]), privateKey)
      return answer(id, { clientDataJSON, authenticatorData: data, signature })
    },
  }
}
