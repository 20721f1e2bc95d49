// Opens what was sealed for a browser, as RFC 8291 and RFC 8188 say it, with node:crypto alone: no line of what seals it here.
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'

export interface BrowserKeys {
  /** All base64url. */
  readonly privateKey: string
  readonly publicKey: string
  readonly auth: string
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

/** `body`: salt (16 octets), record size (4), length of the key (1), key of the sender, one record. */
export function openSealed(body: Buffer, { privateKey, publicKey, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16)
  const keyEnd = 21 + body.readUInt8(20)
  const sender = body.subarray(21, keyEnd)
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(bytes(privateKey))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), bytes(publicKey), sender])
  const secret = derive(curve.computeSecret(sender), bytes(auth), info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(body.subarray(-16))
  const padded = Buffer.concat([decipher.update(body.subarray(keyEnd, -16)), decipher.final()])
  const end = padded.lastIndexOf(2)
  if (end < 0 || padded.subarray(end + 1).some((octet) => octet !== 0)) throw new Error('The padding is wrong.')
  return padded.subarray(0, end).toString('utf8')
}
