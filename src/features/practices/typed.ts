// A practice as the form shows it: the reverse of inputs.ts.
import type { Typed } from '#kernel/outcome.ts'
import { type Practice, partNames, type Source } from './practice.ts'

/** One a line, as inputs.ts reads them. */
export const sourceLines = (sources: readonly Source[]): string =>
  sources
    .map(({ title, address }) => (address === '' || title === address ? title : `${title} | ${address}`))
    .join('\n')

export const typedFrom = (practice: Practice): Typed => ({
  ...Object.fromEntries(partNames.map((name) => [name, practice[name]])),
  title: practice.title,
  summary: practice.summary,
  lang: practice.lang,
  yearStart: practice.yearStart === null ? '' : String(practice.yearStart),
  yearEnd: practice.yearEnd === null ? '' : String(practice.yearEnd),
  evidence: practice.evidence === null ? '' : String(practice.evidence),
  sources: sourceLines(practice.sources),
  concepts: practice.concepts,
  audience: String(practice.audienceId),
  revision: String(practice.revision),
})
