// What adoptions say about who can be asked: also who tried and stopped knows something.
import type { ExperienceSource } from '#platform/experience.ts'
import { listExperience } from '#trunk/experience.ts'

export const adoptionExperience: ExperienceSource = {
  name: 'adoptions',
  own: 'adoptions.experience-own',
  city: 'adoptions.experience-city',
  weight: 2.5,
  list: (system, concepts) => listExperience(system, 'adoption', concepts),
}
