// How far a city is, in words: the stage, and when it began.
import type { Translate } from '#kernel/locale.ts'
import type { Course } from '../adoption.ts'
import { monthOfYear } from '../months.ts'

/** "März 2024", or the year alone; undefined where nothing was said. */
export const whenOf = (lang: string, { sinceYear, sinceMonth }: Course): string | undefined => {
  if (sinceYear === null) return undefined
  return sinceMonth === null ? String(sinceYear) : monthOfYear(lang, sinceYear, sinceMonth)
}

export const begunIn = (t: Translate, course: Course): string | undefined => {
  const when = whenOf(t.lang, course)
  return when && t('adoptions.begun', { when })
}

/** Stopped is as welcome as running: no tone of alarm. */
export const stageMark = (t: Translate, { stage }: Pick<Course, 'stage'>) => ({
  label: t(`adoptions.stage-${stage}`),
  tone: stage === 'running' ? ('done' as const) : ('calm' as const),
})
