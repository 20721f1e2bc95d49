// What stands side by side when practices are compared: which fields, in which order, and what all of them share.
import { z } from 'zod'
import { idFrom } from '#kernel/address.ts'
import { isSilent, type PartName } from './practice.ts'

export const mostCompared = 4

/** Whatever an address holds: ids of practices in their order, each once; what is none is passed over. */
export const comparisonQuery = z.object({
  practice: z
    .array(z.string())
    .default([])
    .transform((values) => [...new Set(values.map(idFrom).filter((id) => id !== undefined))]),
})

/** The texts along SARA; cost and staff stand among the facts. */
export const comparedGroups: readonly { readonly label: string; readonly parts: readonly PartName[] }[] = [
  { label: 'practices.step-problem', parts: ['problem', 'analysis'] },
  { label: 'practices.step-response', parts: ['response', 'partners'] },
  { label: 'practices.step-results', parts: ['results', 'effect', 'measured', 'evaluation'] },
  {
    label: 'practices.step-lessons',
    parts: ['lessons', 'transfer', 'mechanism', 'moderators', 'implementation', 'economics'],
  },
]

/** Of these fields, those that at least one of them has. */
export const partsOfAny = (
  practices: readonly Parameters<typeof isSilent>[0][],
  parts: readonly PartName[],
): PartName[] => parts.filter((name) => practices.some((practice) => !isSilent(practice, name)))

/** Concepts that every one of them has; one practice alone shares nothing. */
export const sharedConcepts = (practices: readonly { readonly concepts: readonly string[] }[]): string[] => {
  const [first, ...others] = practices
  if (first === undefined || others.length === 0) return []
  return first.concepts.filter((slug) => others.every(({ concepts }) => concepts.includes(slug)))
}

interface Named {
  readonly title: string
  readonly organisationName: string
}

/** A short name for each beside its text: the city, or the title where a city stands there twice. */
export const shortNames = (practices: readonly Named[]): string[] =>
  practices.map(({ title, organisationName }) =>
    practices.filter((other) => other.organisationName === organisationName).length > 1 ? title : organisationName,
  )
