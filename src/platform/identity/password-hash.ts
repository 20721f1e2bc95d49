// Passwords, kept as scrypt (RFC 7914) in the PHC string format, so that the cost can grow later without losing anybody.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP Password Storage Cheat Sheet (2025): N = 2^15, r = 8, p = 3 equals the other scrypt settings, with 32 MiB at a time. */
const cost = { ln: 15, r: 8, p: 3 }
const keyLength = 32
const pattern = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

const derive = (password: string, salt: Buffer, { ln, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Unicode offers several spellings of one word; NFKC makes them one (NIST SP 800-63B, 3.1.1.2).
    const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** About a quarter of a second on one core, on purpose. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`
}

/** What is compared where nobody has a password, so that the answer takes as long. */
const nobody = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(keyLength))}`

/** `hash` undefined: does the same work and says no. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const parts = pattern.exec(hash ?? nobody)
  if (parts === null) throw new Error('a stored password hash is not in the PHC format of scrypt')
  const [ln, r, p] = parts.slice(1, 4).map(Number) as [number, number, number]
  const key = await derive(password, Buffer.from(parts[4] ?? '', 'base64'), { ln, r, p })
  return timingSafeEqual(key, Buffer.from(parts[5] ?? '', 'base64')) && hash !== undefined
}
