// In the demonstration some are always away: until a day that lies ahead whenever it is loaded.
import { dayOf } from '#kernel/locale.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { saveAbsence } from './store.ts'

/** Slug, days from today, slug of who stands in. */
const away = [
  ['jadwiga-orlikowiecka', 24, 'kalina-mewowska'],
  ['loic-panicaudet', 11, undefined],
] as const

export const loadAbsences: LoadDemonstration = async ({ system, now }) => {
  const since = dayOf(now())
  for (const [slug, days, standIn] of away) {
    const person = await getInventedPerson(system, slug)
    const substituteId = standIn === undefined ? null : (await getInventedPerson(system, standIn)).id
    const until = dayOf(new Date(now().getTime() + days * 86_400_000))
    await saveAbsence(system, person, { since, until, substituteId })
  }
}
