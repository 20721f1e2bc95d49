// What search keeps of a study visit: as long as it takes wishes.
import { languageName } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import { visitPath } from './paths.ts'
import { getVisit } from './store.ts'
import type { StudyVisit } from './study-visit.ts'

const documentOf = (visit: StudyVisit): SearchDocument => ({
  subject: visit.id,
  kind: 'visit',
  lang: visit.lang,
  title: visit.title,
  summary: visit.summary,
  body: [
    plainText(visit.text),
    visit.place,
    visit.languages.map((code) => languageName(visit.lang, code)).join(', '),
  ].join('\n'),
  concepts: visit.concepts,
  audience: visit.audienceId,
  path: visitPath(visit.id, visit.title),
  organisation: { id: visit.organisationId, name: visit.organisationName, slug: visit.organisationSlug },
  country: visit.country,
  changedAt: visit.updatedAt,
})

export const visitSearch: SearchSource = {
  kind: 'visit',
  label: 'visits.one',
  plural: 'visits.title',
  facts: [
    'visit.published',
    'visit.changed',
    'visit.withdrawn',
    'visit.closed',
    'visit.reopened',
    'audience.changed',
    'contribution.moved',
  ],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'visit', subject, 'en')
    if (contribution?.state !== 'published') return undefined
    const visit = await getVisit(system, subject, 'en')
    return visit.ended ? undefined : documentOf(visit)
  },
  subjects: (system) => listPublishedIds(system, 'visit'),
}
