// The manifest of questions.
import type { Feature } from '#platform/feature.ts'
import { questionBenefit } from './benefit.ts'
import { loadQuestions } from './demonstration.ts'
import { answerExperience } from './experience.ts'
import { createQuestions } from './migrations/001-create.ts'
import { askWhenNothingWasFound } from './nothing-found.tsx'
import { questionPath, questionsPath } from './paths.ts'
import { routes } from './routes.tsx'
import { askingRoutes } from './routes-asking.tsx'
import { changingRoutes } from './routes-changing.tsx'
import { questionSearch } from './search.ts'
import { getQuestion } from './store.ts'

export const questions: Feature = {
  name: 'questions',
  uses: ['discussion', 'members', 'notices', 'practices', 'search'],
  // Before the address of one question, which may be any word.
  routes: [...askingRoutes, ...routes, ...changingRoutes],
  open: ['GET /questions', 'GET /questions/:address'],
  navigation: [{ label: 'questions.title', href: questionsPath, icon: 'message-square', key: 'q', position: 30 }],
  permissions: {
    'read a question': 'whoever its audience reaches',
    'ask a question': 'every person of an active member, for their own city',
    'change, withdraw a question': 'who asked while in that city, and the coordinator of the city',
    'say that a question is answered, and by which reply':
      'who asked while in that city, and the coordinator of the city',
  },
  kinds: [
    {
      kind: 'question',
      arrives: ['question.asked'],
      label: 'questions.one',
      plural: 'questions.title',
      path: questionPath,
      texts: async (db, id) => [{ text: (await getQuestion(db, id, 'en')).text }],
      discussion: {
        title: 'questions.answers',
        none: 'questions.answers-none',
        field: 'questions.your-answer',
        signIn: 'questions.sign-in-to-answer',
        summarised: true,
      },
    },
  ],
  facts: {
    'question.asked': 'questions.fact-asked',
    'question.changed': 'questions.fact-changed',
    'question.answered': 'questions.fact-answered',
    'question.reopened': 'questions.fact-reopened',
    'question.withdrawn': 'questions.fact-withdrawn',
  },
  experience: [answerExperience],
  search: [questionSearch],
  benefits: [questionBenefit],
  nothingFound: [askWhenNothingWasFound],
  migrations: [createQuestions],
  demonstration: loadQuestions,
}
