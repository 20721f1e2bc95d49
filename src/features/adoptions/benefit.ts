// What a city took from others in a year, and what others took from it.
import type { Translate } from '#kernel/locale.ts'
import type { Benefit, BenefitSource } from '#platform/duty-parts.ts'
import { adoptionPath } from './paths.ts'
import { type AdoptedIn, listGivenIn, listTakenIn } from './store-years.ts'

const lineOf = (t: Translate, which: 'taken' | 'given', adopted: readonly AdoptedIn[]): Benefit => ({
  value: adopted.length,
  label: t(`adoptions.benefit-${which}`, { count: adopted.length }),
  heading: t(`adoptions.benefit-${which}-heading`),
  things: adopted.map(({ id, title, lang }) => ({ title, lang, href: adoptionPath(id, title) })),
})

export const adoptionBenefit: BenefitSource = {
  position: 20,
  count: async ({ var: { t, db } }, organisationId, year) => {
    const taken = await listTakenIn(db, organisationId, year)
    const given = await listGivenIn(db, organisationId, year)
    return [lineOf(t, 'taken', taken), lineOf(t, 'given', given)]
  },
}
