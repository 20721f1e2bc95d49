// What search keeps of a thread; found by whoever is in the room.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { threadPath } from './paths.ts'
import { getThread } from './store-threads.ts'

async function documentOf(system: Db, subject: number): Promise<SearchDocument> {
  const thing = await getThread(system, subject, 'en')
  return {
    subject: thing.id,
    kind: 'thread',
    lang: thing.lang,
    title: thing.title,
    summary: thing.summary,
    body: plainText(thing.text),
    concepts: thing.concepts,
    audience: thing.audienceId,
    path: threadPath(thing.id, thing.title),
    organisation: { id: thing.organisationId, name: thing.organisationName, slug: thing.organisationSlug },
    country: thing.country,
    changedAt: thing.updatedAt,
  }
}

export const threadSearch: SearchSource = {
  kind: 'thread',
  label: 'rooms.thread',
  plural: 'rooms.threads',
  facts: ['thread.opened', 'thread.withdrawn', 'contribution.moved'],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system, subject) => {
    const contribution = await findContribution(system, 'thread', subject, 'en')
    return contribution?.state === 'published' ? documentOf(system, subject) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'thread'),
}
