// What search keeps of a poll: what was asked and what came of it. Answers are given to those who give one, so they stay out.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { allWords } from './content.ts'
import { pollPath } from './paths.ts'
import type { Poll } from './poll.ts'
import { getPoll } from './store.ts'

const documentOf = (poll: Poll): SearchDocument => ({
  subject: poll.id,
  kind: 'poll',
  lang: poll.lang,
  title: poll.title,
  summary: poll.summary,
  body: `${allWords(poll)}\n${plainText(poll.outcome)}`,
  concepts: poll.concepts,
  audience: poll.audienceId,
  path: pollPath(poll.id, poll.title),
  organisation: { id: poll.organisationId, name: poll.organisationName, slug: poll.organisationSlug },
  country: poll.country,
  changedAt: poll.closedAt ?? poll.updatedAt,
})

/** The system belongs to no city. */
const asSystem = { organisationId: 0, lang: 'en' } as const

export const pollSearch: SearchSource = {
  kind: 'poll',
  label: 'polls.one',
  plural: 'polls.title',
  facts: ['poll.asked', 'poll.closed', 'poll.changed', 'poll.withdrawn', 'contribution.moved'],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'poll', subject, 'en')
    return contribution?.state === 'published' ? documentOf(await getPoll(system, subject, asSystem)) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'poll'),
}
