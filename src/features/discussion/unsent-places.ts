// Where what somebody has not sent can still be sent.
import type { PageVisit } from '#platform/http/visit.ts'
import type { Unsent } from './store-kept.ts'
import type { UnsentLine } from './views/unsent.tsx'

export const withPlaces = ({ var: { kinds } }: PageVisit, unsent: readonly Unsent[]): UnsentLine[] =>
  unsent.map((one) => {
    const path = one.about && kinds.get(one.about.kind)?.path(one.contributionId, one.about.title)
    return { ...one, href: path ? `${path}#answer` : undefined }
  })
