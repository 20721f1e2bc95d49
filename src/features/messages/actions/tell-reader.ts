// The mail to whom a message was written: that somebody wrote, and nothing else. Further words are told by the discussion.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { messagePath } from '../paths.ts'
import { type Addressee, findAddressee } from '../store-blocks.ts'

/** Neither who wrote nor a word of it: a mail passes through hands that are not meant to read it. */
export function wordsOf({ name, lang }: Pick<Addressee, 'name' | 'lang'>, network: string, link: string) {
  const t = translator(lang)
  return { subject: t('messages.mail-subject', { network }), text: t('messages.mail-text', { name, link }) }
}

export async function tellReader(parts: JobParts, factId: number, messageId: number): Promise<void> {
  const { system, settings } = parts
  const reader = await findAddressee(system, messageId)
  if (reader === undefined) return
  const link = `${settings.baseUrl}${messagePath(messageId, '')}`
  const about = { personId: reader.personId, contributionId: messageId, factId }
  await tell(
    parts,
    { ...about, area: 'asked', what: 'message', why: [] },
    {
      to: reader.email,
      ...wordsOf(reader, settings.networkName, link),
      id: `message-${messageId}`,
    },
  )
}
