// A practice as the form shows it: the reverse of inputs.ts.
import type { Typed } from '#kernel/outcome.ts'
import type { PracticeContent } from './content.ts'
import { partNames, type Source } from './practice.ts'

/** One a line, as inputs.ts reads them. */
export const sourceLines = (sources: readonly Source[]): string =>
  sources
    .map(({ title, address }) => (address === '' || title === address ? title : `${title} | ${address}`))
    .join('\n')

/** A state of a practice: as it stands, or a revision of it. */
type State = PracticeContent & { readonly audienceId: number; readonly revision: number }

const year = (value: number | null): string => (value === null ? '' : String(value))

export const typedFrom = (practice: State): Typed => ({
  // Revisions of earlier times do not know every field.
  ...Object.fromEntries(partNames.map((name) => [name, practice[name] ?? ''])),
  title: practice.title,
  summary: practice.summary,
  lang: practice.lang,
  measuredWhen: practice.measuredWhen ?? '',
  yearStart: year(practice.yearStart),
  yearEnd: year(practice.yearEnd),
  evidence: practice.evidence === null ? '' : String(practice.evidence),
  sources: sourceLines(practice.sources),
  concepts: practice.concepts,
  audience: String(practice.audienceId),
  revision: String(practice.revision),
})
