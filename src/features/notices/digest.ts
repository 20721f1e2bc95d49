// What notices hand to the digest: what is new about things, as far as no mail told it yet, and why it comes.
import { type DigestPart, digestAreas } from '#platform/digest-parts.ts'
import { listUnmailed } from './store-digests.ts'
import { reasonOf } from './why.ts'

const most = 100

export const noticesDigest: readonly DigestPart[] = digestAreas.map((area) => ({
  name: `notices.${area}`,
  area,
  position: 50,
  list: async ({ var: { db, t, features } }) =>
    (await listUnmailed(db, area, most)).map(({ id, contributionId, what, why: [reason] }) => ({
      section: 'news',
      contributionId,
      newest: id,
      note: t('notices.digest-note', { what: t(`notices.what-${what}`), why: reasonOf(t, features, reason) }),
    })),
}))
