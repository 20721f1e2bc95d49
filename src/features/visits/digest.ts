// What study visits hand to the digest: wishes that wait for the reader's answer, and agreed days that are near.
import { formatDate } from '#kernel/locale.ts'
import { type DigestPart, soonUntil } from '#platform/digest-parts.ts'
import { listAgreedWithin, listWaitingWishes } from './store-wishes.ts'

export const visitsDigest: readonly DigestPart[] = [
  {
    name: 'visits.waiting',
    area: 'city',
    position: 30,
    list: async ({ var: { db, t } }) =>
      (await listWaitingWishes(db, t.lang)).map(({ visitId, organisationName }) => ({
        section: 'decide',
        contributionId: visitId,
        note: t('visits.digest-waiting', { city: organisationName }),
      })),
  },
  {
    name: 'visits.agreed',
    area: 'city',
    position: 30,
    list: async ({ var: { db, t, now } }) =>
      (await listAgreedWithin(db, now, soonUntil(now), t.lang)).map(({ visitId, organisationName, firstDay }) => ({
        section: 'ends',
        contributionId: visitId,
        note: t('visits.digest-agreed', { city: organisationName, day: formatDate(t.lang, new Date(firstDay)) }),
      })),
  },
]
