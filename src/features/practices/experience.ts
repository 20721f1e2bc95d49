// What practices say about who can be asked.
import type { ExperienceSource } from '#platform/experience.ts'
import { listExperience } from '#trunk/experience.ts'

export const practiceExperience: ExperienceSource = {
  name: 'practices',
  own: 'practices.experience-own',
  city: 'practices.experience-city',
  weight: 3,
  list: (system, concepts) => listExperience(system, 'practice', concepts),
}
