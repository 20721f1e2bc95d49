// What saved searches hand to the digest: what is new in those that are gathered, each thing once, with the searches it answers.
import type { DigestPart } from '#platform/digest-parts.ts'
import { endGathered, holdMails, listGathered, listGatheredThings, markTold } from './store-digest.ts'

const most = 100

export const savedDigest: readonly DigestPart[] = [
  {
    name: 'saved.searches',
    area: 'searches',
    // What one watches says it first.
    position: 60,
    own: { chosen: listGathered, hold: holdMails, markTold, end: endGathered },
    list: async ({ var: { db, t } }, gathered) =>
      (await listGatheredThings(db, gathered, most)).map(({ contributionId, searches }) => ({
        section: 'news',
        contributionId,
        note: t('saved.digest-note', {
          searches: searches.map((name) => t('saved.quoted', { name })).join(', '),
          count: searches.length,
        }),
      })),
  },
]
