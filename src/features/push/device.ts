// The nouns: a device on which notices are allowed, as its owner sees it; and where its browser takes them.
import { ECDH } from 'node:crypto'
import { wrongAddress } from '#platform/outside/post-outside.ts'

export interface Device {
  readonly id: number
  /** "Firefox, Windows"; empty where the browser did not say. */
  readonly name: string
  /** It is the one on which the page is read. */
  readonly thisOne: boolean
  readonly createdAt: Date
  /** Null: nothing was sent yet. */
  readonly usedAt: Date | null
}

/** A subscription as browsers give it (Push API): both keys as base64url. */
export interface Subscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/**
 * Whether an address is a push service's by the look of it: https on its own port, a name of the internet. Browsers name it, so
 * whoever has one could name any; where the name leads is judged whenever something is sent. `toLoopback`: for tests.
 */
export function isPushAddress(text: string, toLoopback: boolean): boolean {
  if (wrongAddress(text, toLoopback) !== undefined) return false
  if (toLoopback) return true
  const { hostname, port } = new URL(text)
  return (
    port === '' &&
    hostname.includes('.') &&
    !/\.(?:local|internal|localhost|home|lan|test|invalid|example)\.?$/.test(hostname)
  )
}

/** A point on the curve P-256, uncompressed (RFC 8291, 3.1). */
export function isPublicKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 65 || bytes[0] !== 4) return false
  try {
    return ECDH.convertKey(bytes, 'prime256v1').length > 0
  } catch {
    return false
  }
}

/** 16 bytes (RFC 8291, 3.2). */
export const isAuthSecret = (text: string): boolean => Buffer.from(text, 'base64url').length === 16
