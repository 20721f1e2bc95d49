// What notices hand to the digest: what is new about things, as far as no mail told it yet.
import { type DigestPart, digestAreas } from '#platform/digest-parts.ts'
import { listUnmailed } from './store-digests.ts'

const most = 100

export const noticesDigest: readonly DigestPart[] = digestAreas.map((area) => ({
  name: `notices.${area}`,
  area,
  position: 50,
  list: async ({ var: { db } }) =>
    (await listUnmailed(db, area, most)).map(({ contributionId, newest }) => ({
      section: 'news',
      contributionId,
      newest,
    })),
}))
