// What notices hand to the digest: what is new about things, as far as no mail told it yet, and why it comes.
import type { Translate } from '#kernel/locale.ts'
import type { DigestPart } from '#platform/digest-parts.ts'
import { areas } from './rhythm.ts'
import { listUnmailed } from './store-digests.ts'
import { reasonOf } from './why.ts'

const most = 100

/** That it is new says the heading above it. */
const noteOf = (t: Translate, what: string, why: string): string =>
  what === 'new' ? why : t('notices.digest-note', { what: t(`notices.what-${what}`), why })

export const noticesDigest: readonly DigestPart[] = areas.map((area) => ({
  name: `notices.${area}`,
  area,
  position: 50,
  list: async ({ var: { db, t, now, features } }) =>
    (await listUnmailed(db, { area, now, most })).map(({ id, contributionId, what, why: [reason] }) => ({
      section: 'news',
      contributionId,
      newest: id,
      note: noteOf(t, what, reasonOf(t, features, reason)),
    })),
}))
