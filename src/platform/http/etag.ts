// What an answer is called by its content, and whether a program that asks again has it already.
import { createHash } from 'node:crypto'
import type { AnyVisit } from './visit.ts'

export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`

/** Compared weakly, and any of a list (RFC 9110, 13.1.2): what was packed on its way comes back with `W/` before it. */
export const isKnown = (c: AnyVisit, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .slice(0, 1000)
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*')
