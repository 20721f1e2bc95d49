// The link in a mail that ends such mails: good for this person and these searches, for as long as they are there.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import type { EndingLink } from './inputs.ts'
import { endingPath } from './paths.ts'

/** A mail about what is TLP:RED does not name the searches that it answers; then the page behind its link does not either. */
type Naming = 'named' | 'unnamed'

const codeFor = ({ by, of }: Omit<EndingLink, 'code'>, naming: Naming, secret: string): string =>
  keyedDigest(`${by} ${of.join('.')} ${naming}`, secret, 'end of alerts').slice(0, 43)

export const endingAddress = (link: Omit<EndingLink, 'code'>, naming: Naming, secret: string): string =>
  endingPath({ ...link, code: codeFor(link, naming, secret) })

/** Which of the two the link was made as; undefined: it was not. */
export const namingOf = (link: EndingLink, secret: string): Naming | undefined =>
  (['named', 'unnamed'] as const).find((naming) =>
    timingSafeEqual(Buffer.from(codeFor(link, naming, secret)), Buffer.from(link.code)),
  )
