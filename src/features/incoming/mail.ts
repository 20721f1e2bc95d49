// A mail that came in, and what is decided about it before anything of it is believed.

export interface IncomingMail {
  /** Of the envelope where it is known; '' for reports of mail servers. */
  readonly envelopeFrom: string | undefined
  /** Whom it was handed over for, of the envelope or of its head. */
  readonly to: readonly string[]
  /** Addresses in `From`, in small letters: one of them, unless somebody plays with it. */
  readonly from: readonly string[]
  readonly messageId: string
  readonly subject: string
  /** Head fields in small letters, each with its values, the topmost first. */
  readonly head: ReadonlyMap<string, readonly string[]>
  /** As it came, with everything that is quoted; '' where there is none. */
  readonly text: string
  readonly html: string
  readonly files: readonly File[]
  /** As it came; for reports of mail servers. */
  readonly source: string
}

/** As on the page, in the same words. */
const ofThread = [
  'too-large',
  'wrong-type',
  'broken',
  'too-many-reply-files',
  'file-tells',
  'names-itself',
  'called-out-of-reach',
  'called-too-many',
] as const
type ThreadRefusal = (typeof ofThread)[number]

/** Why a mail was not taken, where its sender is told. */
export type MailRefusal =
  | ThreadRefusal
  | 'out-of-reach'
  | 'moved'
  | 'nothing-said'
  | 'too-long'
  | 'too-often'
  | 'too-large-mail'
  | 'other'

export const isOfThread = (refusal: string): refusal is ThreadRefusal =>
  (ofThread as readonly string[]).includes(refusal)

/** `ignored`: nobody is told, because nobody wrote it, or not who it says. */
export type Fate = 'landed' | 'landed-before' | 'refused' | 'ignored' | 'bounce'
