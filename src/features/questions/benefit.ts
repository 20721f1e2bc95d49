// What a city asked in a year, and how much of it was answered.
import type { BenefitSource } from '#platform/duty-parts.ts'
import { questionPath } from './paths.ts'
import { listAskedIn } from './store-years.ts'

export const questionBenefit: BenefitSource = {
  position: 10,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const asked = await listAskedIn(db, organisationId, year)
    const answered = asked.filter((one) => one.answered).length
    const things = asked.map(({ id, title, lang }) => ({ title, lang, href: questionPath(id, title) }))
    return [
      {
        value: asked.length,
        label: t('questions.benefit-asked', { count: asked.length }),
        heading: t('questions.benefit-asked-heading'),
        things,
      },
      { value: answered, label: t('questions.benefit-answered', { count: answered }) },
    ]
  },
}
