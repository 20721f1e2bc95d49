// What search keeps of a practice.

import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { practicePath } from './paths.ts'
import { type Practice, partNames } from './practice.ts'
import { getPractice } from './store.ts'

const documentOf = (practice: Practice): SearchDocument => ({
  subject: practice.id,
  kind: 'practice',
  lang: practice.lang,
  title: practice.title,
  summary: practice.summary,
  body: partNames.map((name) => plainText(practice[name])).join('\n'),
  concepts: practice.concepts,
  audience: practice.audienceId,
  path: practicePath(practice.id, practice.title),
  organisation: { id: practice.organisationId, name: practice.organisationName, slug: practice.organisationSlug },
  country: practice.country,
  ...(practice.yearStart === null ? {} : { year: practice.yearStart }),
  ...(practice.evidence === null ? {} : { evidence: practice.evidence }),
  ...(practice.currency === 'old' ? { behind: true } : {}),
  changedAt: practice.updatedAt,
})

export const practiceSearch: SearchSource = {
  kind: 'practice',
  label: 'practices.one',
  plural: 'practices.title',
  facts: [
    ...['practice.published', 'practice.changed', 'practice.withdrawn', 'audience.changed', 'contribution.moved'],
    ...['practice.confirmed', 'confirmation.missed'],
  ],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'practice', subject, 'en')
    return contribution?.state === 'published' ? documentOf(await getPractice(system, subject, 'en')) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'practice'),
}
