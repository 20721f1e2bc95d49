// Telling in steps: which field stands on which, what is still missing there, what comes next. Every step may wait until publishing.
import { missingForPublishing, type Practice, type PublishingNeed } from './practice.ts'

export const tellingSteps = ['beginning', 'problem', 'response', 'results', 'lessons', 'readers'] as const
export type TellingStep = (typeof tellingSteps)[number]

/** Scanning and analysis, response, assessment are the three in the middle (SARA). */
export const fieldsOf: Readonly<Record<TellingStep, readonly string[]>> = {
  beginning: ['title', 'summary', 'lang'],
  problem: ['problem', 'analysis'],
  response: ['response', 'partners', 'yearStart', 'yearEnd', 'cost', 'staff'],
  results: ['results', 'effect', 'measured', 'measuredWhen', 'evidence', 'evaluation'],
  lessons: ['lessons', 'transfer', 'mechanism', 'moderators', 'implementation', 'economics', 'sources'],
  readers: ['concepts', 'audience', 'persons', 'widen'],
}

/** Where a field stands; what stands nowhere belongs to the beginning. */
export const stepOf = (field: string): TellingStep =>
  tellingSteps.find((step) => fieldsOf[step].includes(field)) ?? 'beginning'

export const stepAfter = (step: TellingStep): TellingStep | undefined => tellingSteps[tellingSteps.indexOf(step) + 1]
export const stepBefore = (step: TellingStep): TellingStep | undefined => tellingSteps[tellingSteps.indexOf(step) - 1]

type Told = Pick<Practice, PublishingNeed>

export const missingOn = (step: TellingStep, practice: Told): PublishingNeed[] =>
  missingForPublishing(practice).filter((need) => stepOf(need) === step)

/** Nothing that publishing needs is missing there, and something was said. */
export const isTold = (step: TellingStep, practice: Told & Partial<Record<string, unknown>>): boolean =>
  missingOn(step, practice).length === 0 &&
  fieldsOf[step].some((field) => {
    const said = practice[field]
    return Array.isArray(said) ? said.length > 0 : said !== undefined && said !== null && said !== ''
  })
