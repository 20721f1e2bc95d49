// What search keeps of a poll: what was asked and what came of it. Answers are given to those who give one, so they stay out;
// under the Chatham House Rule it does not say who asked.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { findRoom } from '../rooms/public.tsx'
import { allWords } from './content.ts'
import { pollPath } from './paths.ts'
import type { Poll } from './poll.ts'
import { getPoll } from './store.ts'

const cityOf = ({ organisationId: id, organisationName: name, organisationSlug: slug }: Poll) => ({ id, name, slug })

const documentOf = (poll: Poll, underRule: boolean): SearchDocument => ({
  subject: poll.id,
  kind: 'poll',
  lang: poll.lang,
  title: poll.title,
  summary: poll.summary,
  body: `${allWords(poll)}\n${plainText(poll.outcome)}`,
  concepts: poll.concepts,
  audience: poll.audienceId,
  path: pollPath(poll.id, poll.title),
  ...(underRule ? {} : { organisation: cityOf(poll), country: poll.country }),
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
    if (contribution?.state !== 'published') return undefined
    const room = await findRoom(system, contribution.audienceId, 'en')
    return documentOf(await getPoll(system, subject, asSystem), room?.chatham === true)
  },
  subjects: (system) => listPublishedIds(system, 'poll'),
}
