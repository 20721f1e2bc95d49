// What persons say that they can be asked about, to the whole network.
import type { ExperienceSource } from '#platform/experience.ts'
import { listKnowing } from './store-knowing.ts'

export const profileExperience: ExperienceSource = {
  name: 'profile',
  own: 'people.experience-own',
  weight: 1,
  list: listKnowing,
}
