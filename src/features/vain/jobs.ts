// From time to time what was noted is written down.
import type { JobParts, Schedule } from '#platform/feature.ts'
import { wholeSince } from '../search/public.ts'
import { takeVain } from './noted.ts'
import { keepCounts } from './store.ts'

/** What was searched before the index held everything may have been there all the same: it is no word that is missing. */
async function keepNoted({ system, features, settings, now }: JobParts): Promise<void> {
  const noted = takeVain()
  const whole = await wholeSince(system, features)
  if (whole === undefined) return
  const counted = noted.filter(({ since }) => since >= whole)
  await keepCounts(system, counted, settings.secret, now())
}

export const schedules: readonly Schedule[] = [{ name: 'vain.keep-counts', cron: '*/5 * * * *', run: keepNoted }]
