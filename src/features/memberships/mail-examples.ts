// The mails about memberships, with invented values.
import type { Lang } from '#kernel/locale.ts'
import type { MailExample } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { day, link, network, reader } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-news.ts'
import { dayIn } from './words.ts'

const member = 'Graz'
const [begins] = day.toISOString().split('T') as [string]

const exampleOf =
  (key: string, more: Readonly<Record<string, string>>) =>
  (lang: Lang): ReturnType<MailExample['example']> => {
    const t = translator(lang)
    const values = {
      member,
      of: network,
      day: dayIn(t, begins),
      received: dayIn(t, begins),
      from: 'Graz',
      to: 'Graz',
      ...more,
    }
    return wordsOf(t, { network, member, name: reader.name, what: t(`memberships.${key}`, values), link })
  }

export const mailExamples: readonly MailExample[] = [
  { name: 'memberships.suspended', example: exampleOf('mail-suspension', { forum: 'no' }) },
  { name: 'memberships.lifted', example: exampleOf('mail-lift', { never: 'no' }) },
  { name: 'memberships.notice', example: exampleOf('mail-notice', { over: 'no' }) },
  { name: 'memberships.notice-back', example: exampleOf('mail-notice-back', {}) },
  { name: 'memberships.merger', example: exampleOf('mail-merger', { decision: '7/2026' }) },
  { name: 'memberships.split', example: exampleOf('mail-split', { decision: '7/2026' }) },
]
