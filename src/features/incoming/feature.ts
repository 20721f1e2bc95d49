// The manifest of incoming mail: whoever gets a mail about a thread can answer it in their mail program.
import type { Feature } from '#platform/feature.ts'
import { mailExamples } from './mail-examples.ts'
import { createIncoming } from './migrations/001-create.ts'
import { answeringPart } from './own-profile.tsx'
import { receiveMail } from './receive.ts'
import { forgetMails } from './store.ts'

export const incoming: Feature = {
  name: 'incoming',
  uses: ['discussion'],
  permissions: {
    'answer by mail':
      'whoever the mail was sent to, from the same address, as long as they work in the same city and may reply on the page',
  },
  mails: mailExamples,
  runs: receiveMail,
  ownProfile: [answeringPart],
  personal: { 'incoming_mail.person_id': { erasure: 'delete' } },
  retention: [{ name: 'incoming', days: 180, forget: forgetMails }],
  migrations: [createIncoming],
}
