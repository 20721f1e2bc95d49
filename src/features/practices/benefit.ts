// What a city gave in a year: the practices it told.
import type { BenefitSource } from '#platform/duty-parts.ts'
import { practicePath } from './paths.ts'
import { listToldIn } from './store-years.ts'

export const practiceBenefit: BenefitSource = {
  position: 30,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const told = await listToldIn(db, organisationId, year)
    const things = told.map(({ id, title, lang }) => ({ title, lang, href: practicePath(id, title) }))
    return [
      {
        value: told.length,
        label: t('practices.benefit-told', { count: told.length }),
        heading: t('practices.benefit-told-heading'),
        things,
      },
    ]
  },
}
