// A mail as features write it, and how it is handed to the outbox.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '../db/database.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Below the text: why it comes to whom it comes, in a sentence, and how they end that where they can. */
  readonly why: string
  /** Names this mail once and for all: whoever gets it a second time after a crash can tell that it is the same one. */
  readonly id?: string
  /** Where an answer goes to, if not to the sender: a signed address of the thread. */
  readonly replyTo?: string
  /** The `id` of the mail that this one belongs below, in mail programs. */
  readonly inReplyTo?: string
  /** Whoever sends a POST to this address gets no more of these mails (RFC 8058). */
  readonly endAddress?: string
  readonly attachments?: readonly MailAttachment[]
  /**
   * Of what it tells whom: judged once more when it leaves, however long it waited. Left out: owed to its address, whatever becomes
   * of things and persons meanwhile.
   */
  readonly about?: MailMatter
  /**
   * It lets somebody in, until this moment: it leaves before all others, also for an address that is paused, is kept sealed
   * meanwhile and forgotten as soon as it has left.
   */
  readonly letsIn?: { readonly until: Date }
  /** It may take its time: it leaves when nothing else waits. */
  readonly patient?: true
}

export interface MailMatter {
  readonly personId: number
  /** Left out: of several, or of none. */
  readonly contributionId?: number | undefined
  /** Which words it carries. */
  readonly replyId?: number | undefined
  /** Who said that, or shares what it tells of; left out where its reader must hear of it whoever did. */
  readonly byId?: number | undefined
  /** Of which it tells those who are in it. */
  readonly roomId?: number | undefined
}

/** What is read of a mail. */
export type MailWords = Pick<Mail, 'subject' | 'text' | 'html' | 'why'>

/** The text as it is sent: the reason stands below it, as a signature does, and is cut off where somebody answers. */
export const textOf = ({ text, why }: MailWords): string => `${text.trimEnd()}\n\n-- \n${why}`

/** A mail as it is written, with invented values: shown in the catalogue, and read by a test in every language. */
export interface MailExample {
  /** `<feature>.<what>` */
  readonly name: string
  readonly example: (lang: Lang) => MailWords
}

/** A file that goes with a mail. */
export interface MailAttachment {
  /** As whoever gets it will see and keep it: `2025-0042.pdf`. */
  readonly name: string
  /** Media type: `application/pdf`. */
  readonly type: string
  readonly content: Buffer
}
/**
 * Writes a mail into the outbox, from where it is sent once. Written again under its `id`, also after a crash, it is the same
 * mail. `within`: the system's transaction in which that is true of which the mail tells; both hold, or neither.
 */
export type SendMail = (mail: Mail, within?: Db) => Promise<void>
