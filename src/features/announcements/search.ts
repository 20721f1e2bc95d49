// What search keeps of an announcement.
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { findContribution, listPublishedIds } from '#trunk/contributions.ts'
import type { Announcement } from './announcement.ts'
import { announcementPath } from './paths.ts'
import { getAnnouncement } from './store.ts'

const documentOf = (thing: Announcement): SearchDocument => ({
  subject: thing.id,
  kind: 'announcement',
  lang: thing.lang,
  title: thing.title,
  summary: thing.summary,
  body: plainText(thing.text),
  concepts: thing.concepts,
  audience: thing.audienceId,
  path: announcementPath(thing.id, thing.title),
  organisation: { id: thing.organisationId, name: thing.organisationName, slug: thing.organisationSlug },
  country: thing.country,
  changedAt: thing.updatedAt,
})

export const announcementSearch: SearchSource = {
  kind: 'announcement',
  label: 'announcements.one',
  plural: 'announcements.title',
  facts: ['announcement.published', 'announcement.withdrawn', 'audience.changed', 'contribution.moved'],
  subject: (fact) => fact.contributionId ?? undefined,
  document: async (system: Db, subject) => {
    const contribution = await findContribution(system, 'announcement', subject, 'en')
    return contribution?.state === 'published' ? documentOf(await getAnnouncement(system, subject, 'en')) : undefined
  },
  subjects: (system) => listPublishedIds(system, 'announcement'),
}
