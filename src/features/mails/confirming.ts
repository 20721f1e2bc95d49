// The link in the mail that asks whether an address works again: good for this person and this pause alone.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import { confirmationPath } from './paths.ts'
import type { PausedPerson } from './store.ts'

type Whose = Pick<PausedPerson, 'personId' | 'pausedAt'>

const codeFor = ({ personId, pausedAt }: Whose, secret: string): string =>
  keyedDigest(`${personId} ${pausedAt.getTime()}`, secret, 'confirming an address').slice(0, 43)

export const confirmationAddress = (whose: Whose, secret: string): string =>
  confirmationPath({ by: whose.personId, code: codeFor(whose, secret) })

export const isGenuine = (whose: Whose, code: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(codeFor(whose, secret)), Buffer.from(code))
