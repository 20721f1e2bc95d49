// Persons in the search hall: for the network only, and only what each of them lets the whole network know.
import { networkAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { personPath } from './paths.ts'
import { textsOf } from './profile.ts'
import { findPersonById, listNetworkEntries, listPersonIds, listPersonIdsOf } from './store.ts'

async function document(system: Db, id: number, now = new Date()): Promise<SearchDocument | undefined> {
  const person = await findPersonById(system, id, 'en')
  if (person === undefined) return undefined
  const texts = textsOf(await listNetworkEntries(system, id), person.lang)
  return {
    subject: id,
    kind: 'person',
    lang: texts.textLang,
    title: person.name,
    summary: texts.functionTitle,
    body: [texts.functionEn, texts.askMeAbout].filter(Boolean).join('\n'),
    concepts: texts.concepts,
    audience: networkAudience,
    path: personPath(person.slug),
    organisation: { id: person.organisationId, name: person.organisationName, slug: person.organisationSlug },
    country: person.country,
    changedAt: now,
  }
}

export const personSearch: SearchSource = {
  kind: 'person',
  label: 'people.one',
  plural: 'people.title',
  facts: ['profile.changed', 'person.joined', 'person.moved', 'person.left', 'person.erased', 'member.changed'],
  // A city that leaves takes its persons along, and brings them back.
  concerned: async (system, fact) =>
    fact.name === 'member.changed' && fact.organisationId !== null ? listPersonIdsOf(system, fact.organisationId) : [],
  subject: (fact) =>
    fact.name === 'member.changed'
      ? undefined
      : typeof fact.data.person === 'number'
        ? fact.data.person
        : (fact.actorId ?? undefined),
  document: (system, subject) => document(system, subject),
  subjects: listPersonIds,
}
