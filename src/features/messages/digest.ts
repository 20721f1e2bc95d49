// What messages hand to the digest: that somebody waits for an answer. Who and about what stands between two, and in no mail.
import type { DigestPart } from '#platform/digest-parts.ts'
import { listMessages } from './store.ts'

export const messagesDigest: readonly DigestPart[] = [
  {
    name: 'messages.waiting',
    area: 'asked',
    position: 20,
    list: async ({ var: { db, t } }) =>
      (await listMessages(db, { onlyWaiting: true }, t.lang)).items.map(({ id }) => ({
        section: 'asked',
        contributionId: id,
      })),
  },
]
