// The demonstration's scales, from demo/fee-scales.json: known amounts name their source, all others are invented and marked.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { firstYears, memberKinds } from './fee.ts'
import type { DraftBracket } from './scale.ts'
import { findForum, findInvented, hasScales, insertDatedDecision } from './store-demonstration.ts'
import { insertScale } from './store-writing.ts'

const cents = z.number().int().nonnegative()
const bracket = z.object({
  upTo: z.number().int().nullable(),
  flatCents: cents.optional(),
  perThousandCents: cents.optional(),
  minimumCents: cents.optional(),
  maximumCents: cents.optional(),
  source: z.string().optional(),
})
const entries = z.array(
  z.object({
    /** Slug of a forum; null: the network. */
    issuer: z.string().nullable(),
    year: z.number().int(),
    firstYear: z.enum(firstYears),
    /** Slug of a forum → percent. */
    shares: z.record(z.string(), z.number()),
    proposedBy: z.string(),
    /** Null, with the day: a draft. */
    approvedBy: z.string().nullable(),
    approvedOn: z.iso.date().nullable(),
    illustrative: z.literal(true),
    brackets: z.object({ municipality: z.array(bracket), association: z.array(bracket), region: z.array(bracket) }),
  }),
)
type Entry = z.infer<typeof entries>[number]

/** Each begins with the next inhabitant after the one before it. */
const bracketsOf = ({ brackets }: Entry): DraftBracket[] =>
  memberKinds.flatMap((memberKind) =>
    brackets[memberKind].map((one, place, all) => ({
      memberKind,
      from: (all[place - 1]?.upTo ?? 0) + 1,
      to: one.upTo,
      basis: one.flatCents === undefined ? ('per-head' as const) : ('flat' as const),
      flatCents: one.flatCents ?? null,
      perThousandCents: one.perThousandCents ?? null,
      minimumCents: one.minimumCents ?? null,
      maximumCents: one.maximumCents ?? null,
      source: one.source ?? '',
    })),
  )

const sharesOf = (db: Db, { shares }: Entry) =>
  Promise.all(
    Object.entries(shares).map(async ([slug, percent]) => ({
      forumId: await findForum(db, slug),
      rate: percent * 100,
    })),
  )

async function loadOne(db: Db, entry: Entry): Promise<void> {
  const forumId = entry.issuer === null ? null : await findForum(db, entry.issuer)
  const { year, firstYear, illustrative, approvedBy, approvedOn } = entry
  const content = { firstYear, brackets: bracketsOf(entry), shares: await sharesOf(db, entry) }
  const scaleId = await insertScale(db, { forumId, year, illustrative }, content)
  if (scaleId === undefined || approvedBy === null || approvedOn === null) return
  const proposer = await findInvented(db, entry.proposedBy)
  const approver = await findInvented(db, approvedBy)
  const at = (hour: string): Date => new Date(`${approvedOn}T${hour}:00Z`)
  await insertDatedDecision(db, { scaleId, decision: 'proposed', personId: proposer, at: at('09:00') })
  await insertDatedDecision(db, { scaleId, decision: 'approved', personId: approver, at: at('14:00') })
}

/** Runs as the system; persons and forums are there by then. */
export const loadScales: LoadDemonstration = async ({ system, folder }) => {
  const scales = entries.parse(JSON.parse(await readFile(join(folder, 'fee-scales.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    if (await hasScales(db)) return
    for (const entry of scales) await loadOne(db, entry)
  })
}
