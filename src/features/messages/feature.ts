// The manifest of messages: what one person says to another, and nobody else hears.
import type { Feature } from '#platform/feature.ts'
import { loadMessages } from './demonstration.ts'
import { messagesDigest } from './digest.ts'
import { messagesHome } from './home.tsx'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createMessages } from './migrations/001-create.ts'
import { silence } from './migrations/002-silence.ts'
import { noNewsOfBlocked } from './migrations/003-news.ts'
import { keptAway } from './migrations/004-kept-away.ts'
import { messagePath, messagesPath } from './paths.ts'
import { writeTo } from './person-part.tsx'
import { routes } from './routes.tsx'

const saidToOne = {
  title: 'messages.said',
  none: 'messages.said-none',
  field: 'messages.answer',
  signIn: 'messages.sign-in',
}

export const messages: Feature = {
  name: 'messages',
  uses: ['discussion', 'notices'],
  routes,
  navigation: [{ label: 'messages.title', href: messagesPath, icon: 'mail', position: 72, for: 'signed-in' }],
  permissions: {
    'write to somebody':
      'persons of active members and of the offices to everybody in the network, all others to their own colleagues; not where one of the two takes no messages from the other',
    'read a message, and what is answered': 'the two, and nobody else: no coordinator, no office',
    'take no messages from somebody, or from anybody': 'everybody for themselves; nobody else learns of it',
  },
  kinds: [
    { kind: 'message', label: 'messages.one', plural: 'messages.title', path: messagePath, discussion: saidToOne },
  ],
  facts: { 'message.sent': 'messages.fact-sent' },
  hears: listeners,
  home: [messagesHome],
  digest: messagesDigest,
  persons: [writeTo],
  personal: {
    'message.to_id': { erasure: 'keep', part: 'contributions' },
    'message_block.person_id': { erasure: 'delete', part: 'circles' },
    'message_block.blocked_id': { erasure: 'delete' },
    'message_done.person_id': { erasure: 'delete', part: 'watching' },
  },
  mails: mailExamples,
  migrations: [createMessages, silence, noNewsOfBlocked, keptAway],
  demonstration: loadMessages,
}
