// What a city took from others in a year, and what others took from it.
import type { Benefit, BenefitSource } from '#platform/feature.ts'
import { adoptionPath } from './paths.ts'
import { type AdoptedIn, listGivenIn, listTakenIn } from './store-years.ts'

const lineOf = (label: string, adopted: readonly AdoptedIn[]): Benefit => ({
  value: adopted.length,
  label,
  things: adopted.map(({ id, title, lang }) => ({ title, lang, href: adoptionPath(id, title) })),
})

export const adoptionBenefit: BenefitSource = {
  position: 20,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const taken = await listTakenIn(db, organisationId, year)
    const given = await listGivenIn(db, organisationId, year)
    return [
      lineOf(t('adoptions.benefit-taken', { count: taken.length }), taken),
      lineOf(t('adoptions.benefit-given', { count: given.length }), given),
    ]
  },
}
