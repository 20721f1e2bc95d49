// What search keeps of an adoption: its own words only. The practice has an audience of its own, and is found by itself.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import type { Adoption } from './adoption.ts'
import { adoptionPath } from './paths.ts'
import { getAdoption } from './store.ts'

const documentOf = (adoption: Adoption): SearchDocument => ({
  subject: adoption.id,
  kind: 'adoption',
  lang: adoption.lang,
  title: adoption.title,
  summary: adoption.summary,
  body: [adoption.adapted, adoption.result, adoption.stoppedBecause].map(plainText).join('\n'),
  concepts: adoption.concepts,
  audience: adoption.audienceId,
  path: adoptionPath(adoption.id, adoption.title),
  organisation: { id: adoption.organisationId, name: adoption.organisationName, slug: adoption.organisationSlug },
  country: adoption.country,
  ...(adoption.sinceYear === null ? {} : { year: adoption.sinceYear }),
  changedAt: adoption.updatedAt,
})

export const adoptionSearch: SearchSource = {
  kind: 'adoption',
  label: 'adoptions.one',
  plural: 'adoptions.title',
  facts: [
    ...['adoption.published', 'adoption.changed', 'adoption.planned', 'adoption.started', 'adoption.stopped'],
    ...['adoption.withdrawn', 'audience.changed', 'contribution.moved'],
  ],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'adoption', subject, 'en')
    return contribution?.state === 'published' ? documentOf(await getAdoption(system, subject, 'en')) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'adoption'),
}
