// The mails about coming into a room, with invented values.
import type { Lang } from '#kernel/locale.ts'
import type { MailExample } from '#platform/feature.ts'
import { link, network, secretLink, title, words, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './write-mail.ts'

const values = { network, room: title, inviter: writer.name, name: writer.name, text: words, link }

export const mailExamples: readonly MailExample[] = [
  { name: 'rooms.invited', example: (lang) => wordsOf(lang, 'invited', { ...values, link: secretLink }) },
  ...['requested', 'admitted', 'declined', 'passed'].map((kind) => ({
    name: `rooms.${kind}`,
    example: (lang: Lang) => wordsOf(lang, kind, values),
  })),
]
