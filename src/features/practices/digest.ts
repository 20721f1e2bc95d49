// What practices hand to the digest: those that wait for the word of the reader's city whether they still hold.
import type { DigestPart } from '#platform/digest-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listToConfirm } from './store-currency.ts'

const most = 30

export const practicesDigest: readonly DigestPart[] = [
  {
    name: 'practices.still-true',
    area: 'city',
    position: 20,
    list: async (c) => {
      const { db, t } = c.var
      return (await listToConfirm(db, signedIn(c).person, most)).map((contributionId) => ({
        section: 'decide',
        contributionId,
        note: t('practices.still-true-question'),
      }))
    },
  },
]
