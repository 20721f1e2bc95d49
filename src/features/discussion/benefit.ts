// What a city gave to and got from others by answering, in a year.
import type { BenefitSource } from '#platform/feature.ts'
import { countRepliesIn } from './store-years.ts'

export const discussionBenefit: BenefitSource = {
  position: 15,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const { given, received, partners } = await countRepliesIn(db, organisationId, year)
    return [
      { value: received, label: t('discussion.benefit-received', { count: received }) },
      { value: given, label: t('discussion.benefit-given', { count: given }) },
      { value: partners, label: t('discussion.benefit-partners', { count: partners }) },
    ]
  },
}
