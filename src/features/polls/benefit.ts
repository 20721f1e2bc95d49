// What a city asked many in a year, and what it answered: whoever answers reads what all the others did.
import type { Translate } from '#kernel/locale.ts'
import type { Benefit, BenefitSource } from '#platform/duty-parts.ts'
import { pollPath } from './paths.ts'
import { listAnsweredIn, listAskedIn, type PollIn } from './store-years.ts'

const lineOf = (t: Translate, which: 'asked' | 'answered', polls: readonly PollIn[]): Benefit => ({
  value: polls.length,
  label: t(`polls.benefit-${which}`, { count: polls.length }),
  heading: t(`polls.benefit-${which}-heading`),
  things: polls.map(({ id, title, lang }) => ({ title, lang, href: pollPath(id, title) })),
})

export const pollBenefit: BenefitSource = {
  position: 15,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const [asked, answered] = await Promise.all([
      listAskedIn(db, organisationId, year),
      listAnsweredIn(db, organisationId, year),
    ])
    return [lineOf(t, 'asked', asked), lineOf(t, 'answered', answered)]
  },
}
