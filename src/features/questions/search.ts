// What search keeps of a question: its own words. Replies are read on its page, where they can be taken back at any moment.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { questionPath } from './paths.ts'
import type { Question } from './question.ts'
import { getQuestion } from './store.ts'

const documentOf = (question: Question): SearchDocument => ({
  subject: question.id,
  kind: 'question',
  lang: question.lang,
  title: question.title,
  summary: question.summary,
  body: plainText(question.text),
  concepts: question.concepts,
  audience: question.audienceId,
  path: questionPath(question.id, question.title),
  // Asked as a member city: found by its words, and by no city or country.
  ...(question.authorId === null
    ? {}
    : {
        organisation: { id: question.organisationId, name: question.organisationName, slug: question.organisationSlug },
        country: question.country,
      }),
  changedAt: question.updatedAt,
})

export const questionSearch: SearchSource = {
  kind: 'question',
  label: 'questions.one',
  plural: 'questions.title',
  facts: ['question.asked', 'question.changed', 'question.withdrawn', 'audience.changed', 'contribution.moved'],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'question', subject, 'en')
    return contribution?.state === 'published' ? documentOf(await getQuestion(system, subject, 'en')) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'question'),
}
