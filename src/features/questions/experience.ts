// What helpful replies say about who can be asked.
import type { ExperienceSource } from '#platform/experience.ts'
import { listHelpful } from './store-experience.ts'

export const answerExperience: ExperienceSource = {
  name: 'answers',
  own: 'questions.experience-own',
  city: 'questions.experience-city',
  weight: 2,
  list: listHelpful,
}
