// The mail to whom a message was written: that somebody wrote, and nothing else. Further words are told by the discussion.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { answersTo, threadMail } from '#platform/mail/reply-address.ts'
import { tell } from '../../notices/public.ts'
import { messagePath } from '../paths.ts'
import { findAddressee } from '../store-blocks.ts'

export async function tellReader(parts: JobParts, factId: number, messageId: number): Promise<void> {
  const { system, settings } = parts
  const reader = await findAddressee(system, messageId)
  if (reader === undefined) return
  const t = translator(reader.lang)
  const link = `${settings.baseUrl}${messagePath(messageId, '')}`
  const about = { personId: reader.personId, contributionId: messageId, factId }
  await tell(
    parts,
    { ...about, area: 'asked', what: 'message', why: [] },
    {
      to: reader.email,
      subject: t('messages.mail-subject', { network: settings.networkName }),
      text: t('messages.mail-text', { name: reader.name, link }),
      id: `message-${messageId}`,
      inReplyTo: threadMail(messageId),
      ...answersTo(settings, messageId, reader),
    },
  )
}
