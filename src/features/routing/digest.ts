// What routing hands to the digest: what was asked that its reader may know something about, and why they.
import type { DigestPart } from '#platform/digest-parts.ts'
import { askedNow } from './told-asked.ts'

export const routingDigest: readonly DigestPart[] = [
  {
    name: 'routing.asked',
    area: 'asked',
    position: 10,
    list: async (c) =>
      (await askedNow(c)).map(({ id, told: [note] }) => ({
        section: 'asked',
        contributionId: id,
        ...(note === undefined ? {} : { note }),
      })),
  },
]
