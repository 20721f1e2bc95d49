// Codes from an authenticator app (TOTP, RFC 6238: six digits, thirty seconds, SHA-1, as all apps understand them).
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'
import QRCode from 'qrcode'

/** 160 random bits in base32, as RFC 4226 asks for. */
export const newCodeSecret = (): string => generateSecret()

/**
 * The time step to which a code belongs, or undefined when it is wrong. One step before and after is accepted, for clocks
 * that differ; a step up to `lastStep` is not, so that a code seen over a shoulder opens nothing (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Date, lastStep?: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  const replay = lastStep === undefined ? {} : { afterTimeStep: lastStep }
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30, ...replay })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** The code of a moment; for tests and for nobody else. */
export const codeAt = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) })

/** The secret as a picture to scan: an SVG as a data address, which the content security policy allows for images. */
export async function qrOf(secret: string, issuer: string, label: string): Promise<string> {
  const svg = await QRCode.toString(generateURI({ secret, issuer, label }), { type: 'svg', margin: 2 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
