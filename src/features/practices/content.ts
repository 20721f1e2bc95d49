// What a practice says, apart from who may see it: compared, kept as revisions, and joined when two people changed it.
import { type Practice, type PracticeTexts, partNames } from './practice.ts'

export type PracticeContent = Pick<Practice, 'title' | 'summary' | 'lang' | 'concepts'> & PracticeTexts
export type ContentField = keyof PracticeContent

/** In the order of the form. */
const contentFields: readonly ContentField[] = [
  ...(['title', 'summary', 'lang'] as const),
  ...partNames,
  ...(['measuredWhen', 'yearStart', 'yearEnd', 'evidence', 'sources', 'concepts'] as const),
]

export const contentOf = (from: PracticeContent): PracticeContent =>
  Object.fromEntries(contentFields.map((field) => [field, from[field]])) as unknown as PracticeContent

/** A field as words, for comparing and for showing. How a browser ends its lines makes no difference. */
export function fieldText(content: PracticeContent, field: ContentField): string {
  if (field === 'concepts') return [...new Set(content.concepts)].sort().join('\n')
  if (field === 'sources') return content.sources.map(({ title, address }) => `${title} | ${address}`).join('\n')
  return String(content[field] ?? '').replaceAll('\r\n', '\n')
}

const same = (one: PracticeContent, other: PracticeContent, field: ContentField): boolean =>
  fieldText(one, field) === fieldText(other, field)

export const changedFields = (before: PracticeContent, after: PracticeContent): ContentField[] =>
  contentFields.filter((field) => !same(before, after, field))

export interface Joined {
  readonly content: PracticeContent
  /** Fields that both changed, each differently: nobody but a person can decide. */
  readonly conflicts: readonly ContentField[]
}

/** Three-way, field by field: what only one of the two changed since `base` is taken from them. */
export function joinContents(base: PracticeContent, theirs: PracticeContent, mine: PracticeContent): Joined {
  const taken = contentFields.map((field) => [field, (same(base, mine, field) ? theirs : mine)[field]])
  const conflicts = contentFields.filter(
    (field) => !same(base, mine, field) && !same(base, theirs, field) && !same(theirs, mine, field),
  )
  return { content: Object.fromEntries(taken) as unknown as PracticeContent, conflicts }
}
