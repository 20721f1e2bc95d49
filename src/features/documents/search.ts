// What search keeps of a document: its words and the names of its files.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { documentPath } from './paths.ts'
import { getDocument, listVersions } from './store.ts'

async function documentOf(system: Db, subject: number): Promise<SearchDocument> {
  const [thing, versions] = await Promise.all([getDocument(system, subject, 'en'), listVersions(system, subject)])
  return {
    subject: thing.id,
    kind: 'document',
    lang: thing.lang,
    title: thing.title,
    summary: thing.summary,
    body: versions.map(({ name, said }) => `${name} ${said}`).join('\n'),
    concepts: thing.concepts,
    audience: thing.audienceId,
    path: documentPath(thing.id, thing.title),
    organisation: { id: thing.organisationId, name: thing.organisationName, slug: thing.organisationSlug },
    country: thing.country,
    changedAt: versions[0]?.at ?? thing.updatedAt,
  }
}

export const documentSearch: SearchSource = {
  kind: 'document',
  label: 'documents.one',
  plural: 'documents.title',
  facts: ['document.added', 'document.version-added', 'document.withdrawn', 'contribution.moved'],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system, subject) => {
    const contribution = await findContribution(system, 'document', subject, 'en')
    return contribution?.state === 'published' ? documentOf(system, subject) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'document'),
}
