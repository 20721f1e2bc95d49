// The link in a mail that ends such mails: good for this person and these searches, for as long as they are there.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import type { EndingLink } from './inputs.ts'
import { endingPath } from './paths.ts'

const codeFor = (by: number, of: readonly number[], secret: string): string =>
  keyedDigest(`${by} ${of.join('.')}`, secret, 'end of alerts').slice(0, 43)

export const endingAddress = (by: number, of: readonly number[], secret: string): string =>
  endingPath({ by, of, code: codeFor(by, of, secret) })

export const fits = ({ by, of, code }: EndingLink, secret: string): boolean =>
  timingSafeEqual(Buffer.from(codeFor(by, of, secret)), Buffer.from(code))
