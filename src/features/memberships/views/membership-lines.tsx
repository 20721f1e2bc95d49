// On the page of a city: what it belongs to and since when, in as many lines.
import type { Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import { type Membership, phaseOn } from '../membership.ts'
import { historyPath } from '../paths.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface MembershipLinesProps {
  readonly t: Translate
  readonly slug: string
  readonly memberships: readonly Membership[]
  readonly day: string
  readonly nameOf: NameOf
}

/** "since 1 January 2025", "until 31 December 2027". */
const spanOf = (
  t: Translate,
  { beginsOn, beginsKnown, endsOn }: Pick<Membership, 'beginsOn' | 'beginsKnown' | 'endsOn'>,
): string => {
  const known = beginsKnown ? 'yes' : 'no'
  const begins = dayIn(t, beginsOn)
  return endsOn === null
    ? t('memberships.span-open', { begins, known })
    : t('memberships.span', { begins, known, ends: dayIn(t, endsOn) })
}

export const MembershipLines = ({ t, slug, memberships, day, nameOf }: MembershipLinesProps) => {
  const present = memberships.filter((one) => phaseOn(one, day) !== 'ended')
  const shown = present.length > 0 ? present : memberships.slice(-2)
  return (
    <Section title={t('memberships.membership')}>
      <FactsList facts={shown.map((one) => ({ term: nameOf(one.forumId), value: spanOf(t, one) }))} />
      <p>
        <a href={historyPath(slug)}>{t('memberships.to-history')}</a>
      </p>
    </Section>
  )
}
