// The one mail that says why something was not taken: to the person's own address, in their language, with what they wrote.
import type { Translate } from '#kernel/locale.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { translator } from '#platform/i18n.ts'
import { sha256 } from '#platform/identity/token.ts'
import { largestMail } from '../limits.ts'
import { type IncomingMail, isOfThread, type MailRefusal } from '../mail.ts'
import { wordsIn } from '../read-mail.ts'
import { findAudienceKind, noteRefused, type Sender, wasAnsweredSince } from '../store.ts'

const hour = 3_600_000
const mostWords = 20_000
const megabyte = 1_048_576

export interface NotTaken {
  readonly name: string
  readonly refusal: MailRefusal
  /** What they wrote; '' where it stays unsaid. */
  readonly said: string
}

export function wordsOf(t: Translate, { name, refusal, said }: NotTaken, network: string, link: string): MailWords {
  const sizes = { megabytes: Math.floor(largestFile / megabyte), mail: Math.floor(largestMail / megabyte) }
  const reason = t(isOfThread(refusal) ? `discussion.refusal-${refusal}` : `incoming.refusal-${refusal}`, sizes)
  const text = t('incoming.mail-text', { name, reason, network, link })
  return {
    subject: t('incoming.mail-subject', { network }),
    why: t('incoming.mail-why', { network }),
    text: said === '' ? text : `${text}\n${t('incoming.mail-words')}\n\n${said}\n`,
  }
}

/** Of what is TLP:RED nothing goes out, nor what they wrote themselves. */
export const answerRefused = (
  { system, mail, settings, now }: Pick<JobParts, 'system' | 'mail' | 'settings' | 'now'>,
  sender: Sender,
  { threadId, incoming, refusal }: { threadId: number; incoming: IncomingMail; refusal: MailRefusal },
): Promise<void> =>
  system.transaction().execute(async (transaction) => {
    const at = now()
    const { personId, name, email, lang } = sender
    const recently = await wasAnsweredSince(transaction, personId, new Date(at.getTime() - hour))
    if (!recently) {
      const unsaid = (await findAudienceKind(transaction, threadId)) === 'persons'
      const said = unsaid ? '' : wordsIn(incoming).slice(0, mostWords)
      const words = wordsOf(translator(lang), { name, refusal, said }, settings.networkName, settings.baseUrl)
      const id = `not-taken-${sha256(`${personId} ${threadId} ${incoming.messageId}`).slice(0, 32)}`
      await mail({ to: email, ...words, id }, transaction)
    }
    const { messageId } = incoming
    await noteRefused(transaction, personId, { messageId, threadId }, { at, answered: !recently })
  })
