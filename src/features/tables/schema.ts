// The table of practices as JSON: one schema, by which the export is written and which is shown to programs.
import { z } from 'zod'
import { partNames } from '../practices/public.ts'

const year = z.int().min(1900).max(2099).nullable().optional()
const text = (maximum: number) => z.string().max(maximum).optional()

const source = z.strictObject({
  title: z.string().describe('What it is called.'),
  address: z.string().describe('Absolute http or https address, or empty.'),
})

const parts = Object.fromEntries(
  partNames.map((name) => [name, text(20_000).describe(`The part “${name}” of a practice, as Markdown.`)]),
) as Record<(typeof partNames)[number], z.ZodOptional<z.ZodString>>

export const practiceRow = z.strictObject({
  id: z.int().min(1).optional().describe('Number of the practice. Written by the export, not read by an import.'),
  address: z.url().optional().describe('Its page. Written by the export, not read by an import.'),
  tlp: z
    .enum(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT'])
    .optional()
    .describe('How far it may be passed on (FIRST, TLP 2.0). TLP:RED is never exported in bulk.'),
  state: z.enum(['draft', 'published']).optional().describe('Written by the export; an import makes drafts.'),
  city: text(200).describe('The city that tells it. An import takes rows of one’s own city only.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166-1 alpha-2. Written by the export, not read by an import.'),
  title: z
    .string()
    .min(3)
    .max(200)
    .describe('What is done, and for whom, in one line. The only field that is required.'),
  summary: text(400).describe('Two sentences for lists and search.'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .describe('ISO 639-1 code of the language of the texts.'),
  concepts: z
    .array(z.string())
    .max(30)
    .optional()
    .describe('Topics: slugs of the thesaurus; an import reads labels in eight languages too.'),
  year_start: year.describe('First year.'),
  year_end: year.describe('Last year; null while it is running.'),
  evidence: z
    .int()
    .min(0)
    .max(5)
    .nullable()
    .optional()
    .describe('Maryland Scientific Methods Scale, 0 = not evaluated; null = not said.'),
  ...parts,
  measured_when: text(200).describe('When it was measured, in words.'),
  sources: z.array(source).max(50).optional().describe('Where it can be read.'),
  published: z.iso.datetime().nullable().optional().describe('UTC. Written by the export, not read by an import.'),
  updated: z.iso.datetime().optional().describe('UTC. Written by the export, not read by an import.'),
})
export type PracticeRow = z.infer<typeof practiceRow>

const practiceTable = z
  .strictObject({
    $schema: z.url().optional().describe('Address of this schema.'),
    practices: z.array(practiceRow).describe('One object for each practice.'),
  })
  .meta({ title: 'Practices', description: 'Practices of cities, as exported and imported.' })

/** JSON Schema 2020-12. */
export const jsonSchema = (address: string): Record<string, unknown> => ({
  $id: address,
  ...z.toJSONSchema(practiceTable, { target: 'draft-2020-12' }),
})
