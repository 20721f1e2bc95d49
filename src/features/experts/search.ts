// Experts in the search hall: for the network only, with the person where that person agreed.
import { networkAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { expertPath } from './paths.ts'
import { findExpert } from './store.ts'
import { listExpertIds } from './store-asking.ts'

async function document(system: Db, id: number, now = new Date()): Promise<SearchDocument | undefined> {
  const expert = await findExpert(system, id, 'en')
  if (expert === undefined) return undefined
  const { institution, about, lang, concepts, country } = expert
  const person = expert.person?.agreed ? expert.person : undefined
  return {
    subject: id,
    kind: 'expert',
    lang,
    title: person === undefined ? institution : `${person.name}, ${institution}`,
    summary: person?.function ?? '',
    body: about,
    concepts,
    audience: networkAudience,
    path: expertPath(id),
    country,
    changedAt: now,
  }
}

export const expertSearch: SearchSource = {
  kind: 'expert',
  label: 'experts.one',
  plural: 'experts.title',
  facts: ['expert.entered', 'expert.agreed', 'expert.declined', 'expert.removed', 'expert.changed', 'expert.erased'],
  subject: (fact) => (typeof fact.data.expert === 'number' ? fact.data.expert : undefined),
  document: (system, subject) => document(system, subject),
  subjects: listExpertIds,
}
