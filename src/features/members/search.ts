// Members in the search hall: public, found by their name in every language.
import { publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/feature.ts'
import { memberPath } from './paths.ts'
import { findMemberById } from './store.ts'
import { listMemberIds } from './store-register.ts'

async function document(system: Db, id: number, now = new Date()): Promise<SearchDocument | undefined> {
  const member = await findMemberById(system, id)
  if (member === undefined) return undefined
  const names = [member.localName, ...Object.values(member.names)].filter((name) => name !== member.name)
  return {
    subject: id,
    kind: 'member',
    lang: 'en',
    title: member.name,
    summary: '',
    body: [...new Set(names)].join(', '),
    // What it contributed is found by itself, each within its own audience; here it would tell of things not public.
    concepts: [],
    audience: publicAudience,
    path: memberPath(member.slug),
    organisation: { id: member.id, name: member.name, slug: member.slug },
    country: member.country,
    ...(member.population === null ? {} : { population: member.population }),
    changedAt: now,
  }
}

export const memberSearch: SearchSource = {
  kind: 'member',
  label: 'members.one',
  plural: 'members.title',
  facts: ['member.changed'],
  subject: (fact) => fact.organisationId ?? undefined,
  document: (system, subject) => document(system, subject),
  subjects: listMemberIds,
}
