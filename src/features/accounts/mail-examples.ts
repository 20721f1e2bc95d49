// The mails of accounts, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { link, network, reader, secretLink, writer } from '#platform/mail/examples.ts'
import { linkWords } from './actions/ask-for-link.ts'
import { invitationWords } from './actions/invite-person.ts'
import { heirWords } from './actions/tell-heir.ts'

const { name } = reader

export const mailExamples: readonly MailExample[] = [
  { name: 'accounts.sign-in-link', example: (lang) => linkWords({ name, lang }, network, secretLink) },
  {
    name: 'accounts.invitation',
    example: (lang) =>
      invitationWords({ name, lang, organisationName: 'Graz', invitedBy: writer.name }, network, secretLink),
  },
  {
    name: 'accounts.heir',
    example: (lang) => heirWords({ name, lang, leaver: writer.name, organisationName: 'Graz' }, 3, link),
  },
]
