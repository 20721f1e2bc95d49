// Secrets we hand out: random, long, and kept by us only as their SHA-256.
import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes as base64url, 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** Hex digest, as the database keeps it. A random 256-bit token needs no salt. */
export const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex')
