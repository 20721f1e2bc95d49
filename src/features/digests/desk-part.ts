// In the digest: places of work where something waits for an office or for whoever coordinates a member, as their desk counts it.
import type { DigestPart } from '#platform/digest-parts.ts'
import { isPlaceOf } from '../desk/public.ts'

export const deskDigest: DigestPart = {
  name: 'digests.desk',
  area: 'city',
  position: 40,
  list: async (c) => {
    const { t, viewer, features } = c.var
    const things = []
    for (const place of features.flatMap(({ desk = [] }) => desk)) {
      if (place.waiting === undefined || !isPlaceOf(viewer, place)) continue
      const count = await place.waiting(c)
      if (count === 0) continue
      const title = t('digests.desk', { place: t(place.label), count })
      things.push({ section: 'decide', key: `desk ${place.href}`, count, title, href: place.href } as const)
    }
    return things
  },
}
