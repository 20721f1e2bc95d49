// How far a city is, in words: the stage, and when it began.
import type { Translate } from '#kernel/locale.ts'
import type { Course } from '../adoption.ts'
import { monthOfYear } from '../months.ts'

/** Undefined where nothing was said. */
export const begunIn = (t: Translate, { sinceYear, sinceMonth }: Course): string | undefined => {
  if (sinceYear === null) return undefined
  const when = sinceMonth === null ? String(sinceYear) : monthOfYear(t.lang, sinceYear, sinceMonth)
  return t('adoptions.begun', { when })
}

/** Stopped is as welcome as running: no tone of alarm. */
export const stageMark = (t: Translate, { stage }: Course) => ({
  label: t(`adoptions.stage-${stage}`),
  tone: stage === 'running' ? ('done' as const) : ('calm' as const),
})
