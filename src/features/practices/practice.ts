// The noun: what a practice is, what it needs before it can be published, and how its evidence reads.
import type { Contribution } from '#trunk/contributions.ts'
import type { Currency } from './currency.ts'

/** Maryland Scientific Methods Scale (Sherman et al. 1997), 0 = not evaluated. */
export const evidenceLevels = [0, 1, 2, 3, 4, 5] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]

export const isEvidenceLevel = (value: number): value is EvidenceLevel =>
  (evidenceLevels as readonly number[]).includes(value)

/** Optional guidance beyond SARA: the EMMIE frame (Johnson, Tilley and Bowers 2015) without jargon. */
export const emmieNames = ['effect', 'mechanism', 'moderators', 'implementation', 'economics'] as const

/** The texts of a practice along SARA (scanning, analysis, response, assessment), in the order of the page; all Markdown. */
export const partNames = [
  'problem',
  'analysis',
  'response',
  'partners',
  'cost',
  'staff',
  'results',
  'measured',
  'evaluation',
  'lessons',
  'transfer',
  ...emmieNames,
] as const
export type PartName = (typeof partNames)[number]

export const isPartName = (name: string): name is PartName => (partNames as readonly string[]).includes(name)

export interface Source {
  readonly title: string
  /** Absolute http(s) address, or empty. */
  readonly address: string
}

export interface PracticeTexts extends Readonly<Record<PartName, string>> {
  /** When it was measured, in words: "2019 to 2021, each May". */
  readonly measuredWhen: string
  /** First and last year; a missing last year means it is still running. */
  readonly yearStart: number | null
  readonly yearEnd: number | null
  /** Null: not said yet. */
  readonly evidence: EvidenceLevel | null
  readonly sources: readonly Source[]
}

export interface Practice extends Contribution, PracticeTexts {
  /** Summarised by editors from public pages; no statement by the city. */
  readonly fromPublicSources: boolean
  readonly currency: Currency
  /** When its authors were asked last whether it still holds, and when they last said so. */
  readonly askedAt: Date | null
  readonly confirmedAt: Date | null
}

/** Nothing to show of a part: no text, and for what was measured no time either. */
export const isSilent = (
  practice: Readonly<Record<PartName, string>> & { readonly measuredWhen: string },
  name: PartName,
): boolean => practice[name].trim() === '' && !(name === 'measured' && practice.measuredWhen !== '')

/** Up to this level nothing was compared: whoever reads of an effect is told so, whatever the text claims. */
const comparedFrom = 3
/** The part beside which it is said how far it reaches: the claim itself, else what came of it; undefined where it was compared. */
export function claimingPart({
  effect,
  evidence,
}: {
  readonly effect: string
  readonly evidence: number | null
}): PartName | undefined {
  if ((evidence ?? 0) >= comparedFrom) return undefined
  return effect.trim() === '' ? 'results' : 'effect'
}

const publishingNeeds = ['title', 'summary', 'problem', 'response', 'results', 'concepts', 'evidence'] as const
export type PublishingNeed = (typeof publishingNeeds)[number]

/** Must be told before others can use it. */
export const isNeeded = (field: string): boolean => (publishingNeeds as readonly string[]).includes(field)

const isThere = (practice: Pick<Practice, PublishingNeed>, need: PublishingNeed): boolean => {
  if (need === 'concepts') return practice.concepts.length > 0
  if (need === 'evidence') return practice.evidence !== null
  return practice[need].trim() !== ''
}

/** What is still missing before others can use it, in the order of the form. */
export const missingForPublishing = (practice: Pick<Practice, PublishingNeed>): PublishingNeed[] =>
  publishingNeeds.filter((need) => !isThere(practice, need))
