// Loads the invented part of the demonstration: contributions of every audience, so that protection can be seen, and replies.
import { z } from 'zod'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { partNames } from './practice.ts'
import { insertPractice } from './store.ts'
import {
  findAudienceOf,
  findPersonBySlug,
  insertCoAuthor,
  insertDemonstration,
  insertDemonstrationReply,
  insertPersonsAudience,
} from './store-demonstration.ts'
import { keepRevision } from './store-revisions.ts'

const parts = z.object(
  Object.fromEntries(partNames.map((name) => [name, z.string().default('')])) as Record<
    (typeof partNames)[number],
    z.ZodDefault<z.ZodString>
  >,
)

const example = z.object({
  state: z.enum(['draft', 'published']),
  author: z.string(),
  city: z.string(),
  language: z.string(),
  audience: z.object({
    kind: z.enum(['network', 'forum', 'organisation', 'persons']),
    forum: z.string().nullable(),
    persons: z.array(z.string()),
  }),
  title: z.string(),
  summary: z.string(),
  concepts: z.array(z.string()),
  // No higher: an invented text compares nothing.
  evidence: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
  measuredWhen: z.string().default(''),
  coAuthors: z.array(z.string()).default([]),
  files: z.array(z.object({ file: z.string(), name: z.string() })).default([]),
  parts,
  created: z.string(),
})
const reply = z.object({
  practice: z.string(),
  author: z.string(),
  language: z.string(),
  text: z.string(),
  created: z.string(),
})
export const examplesFile = z.object({ contributions: z.array(example), replies: z.array(reply) })

export type Example = z.infer<typeof example>
type ExampleReply = z.infer<typeof reply>

async function audienceOf(system: Db, { audience, author, city }: Example): Promise<number> {
  if (audience.kind === 'network') return networkAudience
  if (audience.kind !== 'persons')
    return findAudienceOf(system, audience.kind === 'forum' ? { forum: audience.forum ?? '' } : { organisation: city })
  const persons = await Promise.all([author, ...audience.persons].map((slug) => findPersonBySlug(system, slug)))
  return insertPersonsAudience(
    system,
    persons.map((person) => person.id),
  )
}

export async function loadExample(system: Db, fresh: Example): Promise<void> {
  const author = await findPersonBySlug(system, fresh.author)
  const audienceId = await audienceOf(system, fresh)
  const at = new Date(fresh.created)
  const id = await insertDemonstration(system, {
    title: fresh.title,
    summary: fresh.summary,
    lang: fresh.language,
    concepts: fresh.concepts,
    author_id: author.id,
    organisationSlug: fresh.city,
    audience_id: audienceId,
    state: fresh.state,
    at,
  })
  if (id === undefined) return
  await insertPractice(system, id, {
    ...fresh.parts,
    measuredWhen: fresh.measuredWhen,
    yearStart: null,
    yearEnd: null,
    evidence: fresh.evidence,
    sources: [],
  })
  await keepRevision(system, id, author.id)
  for (const slug of fresh.coAuthors)
    await insertCoAuthor(system, id, author.id, await findPersonBySlug(system, slug), at)
  await recordFact(system, {
    ...(fresh.state === 'published' ? { name: 'practice.published', audienceId } : { name: 'practice.drafted' }),
    actor: { id: author.id, organisationId: author.organisation_id },
    contributionId: id,
    at,
  })
}

/** Only with the practice itself: a second load adds nothing. */
export async function loadReply(system: Db, fresh: ExampleReply, practiceId: number | undefined): Promise<void> {
  if (practiceId === undefined) return
  const author = await findPersonBySlug(system, fresh.author)
  const at = new Date(fresh.created)
  await insertDemonstrationReply(system, {
    contribution_id: practiceId,
    author_id: author.id,
    organisation_id: author.organisation_id,
    lang: fresh.language,
    text: fresh.text,
    created_at: at,
  })
  await recordFact(system, {
    name: 'reply.given',
    actor: { id: author.id, organisationId: author.organisation_id },
    contributionId: practiceId,
    // Replies of the demonstration stand below practices that everybody can see.
    audienceId: publicAudience,
    at,
  })
}
