// The mail that reminds a city of a poll that it has not answered: judged in this moment, so that it stops with the answer.

import { lastDay } from '#kernel/days.ts'
import { formatDate } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { pollPath } from '../paths.ts'
import { findReminded, type Reminded } from '../store-reminders.ts'

export const wordsOf = (reminded: Reminded, link: string): { subject: string; text: string } => {
  const t = translator(reminded.lang)
  const { name, title, cityName: city, endsAt } = reminded
  const words = { name, title, day: formatDate(reminded.lang, lastDay(endsAt)), link }
  const text = city === null ? t('polls.mail-text-chatham', words) : t('polls.mail-text', { ...words, city })
  return { subject: t('polls.mail-subject', { title }), text }
}

export async function sendReminder(
  parts: JobParts,
  factId: number,
  { pollId, personId }: { readonly pollId: number; readonly personId: number },
): Promise<void> {
  const { system, settings, now } = parts
  const reminded = await findReminded(system, pollId, personId, now())
  if (reminded === undefined) return
  // Without the title: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${pollPath(pollId, '')}`
  const about = { personId, contributionId: pollId, factId }
  const told = { ...about, area: 'city', what: 'reminder', why: [{ by: 'city' }] } as const
  const id = `poll-reminder-${pollId}-${personId}`
  await tell(parts, told, { to: reminded.email, ...wordsOf(reminded, link), id })
}
