// What polls hand to the digest: those that wait for the answer of the reader's city; what ends within a week stands there.
import { lastDay } from '#kernel/days.ts'
import { formatDate } from '#kernel/locale.ts'
import { type DigestPart, endsSoon } from '#platform/digest-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listWaiting } from './store-lists.ts'

const most = 30

export const pollsDigest: readonly DigestPart[] = [
  {
    name: 'polls.waiting',
    area: 'city',
    position: 10,
    list: async (c) => {
      const { db, t, now } = c.var
      const { organisationId } = signedIn(c).person
      const polls = await listWaiting(db, { organisationId, lang: t.lang, now }, most)
      return polls.map(({ id, endsAt }) => ({
        section: endsSoon(endsAt, now) ? 'ends' : 'decide',
        contributionId: id,
        note: t('polls.until', { day: formatDate(t.lang, lastDay(endsAt)) }),
      }))
    },
  },
]
