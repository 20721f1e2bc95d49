// Why a substitute is asked: said in words like every other reason. Nobody is known for standing in, so the list is empty.
import type { ExperienceSource } from '#platform/experience.ts'

export const standsIn: ExperienceSource = {
  name: 'absence',
  own: 'absences.experience-own',
  weight: 0,
  list: async () => [],
}
