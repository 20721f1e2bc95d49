// The link in a digest that ends all of them, in one click: good for this person as long as they are here.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import type { EndingLink } from './inputs.ts'
import { endingPath } from './paths.ts'

const codeFor = (by: number, secret: string): string => keyedDigest(String(by), secret, 'end of digests').slice(0, 43)

export const endingAddress = (by: number, secret: string): string => endingPath({ by, code: codeFor(by, secret) })

export const isGenuine = ({ by, code }: EndingLink, secret: string): boolean =>
  timingSafeEqual(Buffer.from(codeFor(by, secret)), Buffer.from(code))
