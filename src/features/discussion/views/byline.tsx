// Which city shares it, and who wrote it, where the viewer may know persons.
import type { Translate } from '#kernel/locale.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'

export const Byline = ({ t, contribution }: { readonly t: Translate; readonly contribution: Contribution }) => (
  <>
    <CityBadge
      t={t}
      name={contribution.organisationName}
      country={contribution.country}
      href={`/members/${contribution.organisationSlug}`}
    />
    {contribution.authorName && (
      <PersonLine name={contribution.authorName} href={`/people/${contribution.authorSlug}`} />
    )}
  </>
)
