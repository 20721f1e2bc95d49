// The link in a mail that says no without signing in: good for this person and this question alone.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import type { DecliningLink } from './inputs.ts'
import { decliningPath } from './paths.ts'

type Whose = Omit<DecliningLink, 'code'>

const codeFor = ({ by, of }: Whose, secret: string): string =>
  keyedDigest(`${by} ${of}`, secret, 'saying no to a question').slice(0, 43)

export const decliningAddress = (whose: Whose, secret: string): string =>
  decliningPath({ ...whose, code: codeFor(whose, secret) })

export const isGenuine = (link: DecliningLink, secret: string): boolean =>
  timingSafeEqual(Buffer.from(codeFor(link, secret)), Buffer.from(link.code))
