// Days as they are read: one, from one to another, open at one end, or open altogether.
import { formatDate, type Translate } from '#kernel/locale.ts'

interface PerhapsDays {
  readonly firstDay: string | null
  readonly lastDay: string | null
}

export const daysIn = (t: Translate, { firstDay, lastDay }: PerhapsDays): string => {
  const from = firstDay === null ? '' : formatDate(t.lang, new Date(firstDay))
  const until = lastDay === null ? '' : formatDate(t.lang, new Date(lastDay))
  if (from === '' && until === '') return t('visits.days-open')
  if (from === until) return from
  if (until === '') return t('visits.days-from', { from })
  if (from === '') return t('visits.days-until', { until })
  return t('visits.days', { from, until })
}
