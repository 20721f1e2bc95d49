// The link of a mail by which somebody without an account agrees, says no, or takes it back later: good for this entry and address alone.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import { consentPath } from './paths.ts'

const codeFor = (id: number, email: string, secret: string): string =>
  keyedDigest(`${id} ${email.toLowerCase()}`, secret, 'being named as an expert').slice(0, 43)

export const consentAddress = (id: number, email: string, secret: string): string =>
  consentPath({ of: id, code: codeFor(id, email, secret) })

/** What is kept of whoever said no: enough to know the address again, and nothing to read it from. */
export const refusalDigest = (email: string, secret: string): string =>
  keyedDigest(email.toLowerCase(), secret, 'not to be asked about being named as an expert')

export const isGenuine = (
  link: { readonly of: number; readonly code: string },
  email: string,
  secret: string,
): boolean => timingSafeEqual(Buffer.from(codeFor(link.of, email, secret)), Buffer.from(link.code))
