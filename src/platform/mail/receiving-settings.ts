// Where mail comes in: an address whose answers are ours, and a mailbox that is read or a listener that mail is handed to.

export interface ReceivingSettings {
  /** `reply@example.org`, in small letters; everything behind a plus in it is ours. */
  readonly address: string
  /** `imaps://user:password@host/folder`. */
  readonly mailbox: string | undefined
  /** `lmtp://127.0.0.1:2400`. */
  readonly listener: string | undefined
  /** By which name the receiving server signs its `Authentication-Results`. */
  readonly judge: string | undefined
}

interface RawReceiving {
  readonly REPLY_ADDRESS?: string | undefined
  readonly IMAP_URL?: string | undefined
  readonly MAIL_LISTENER?: string | undefined
  readonly AUTHSERV_ID?: string | undefined
}

/** The part before the @ grows by 52 signs; 64 are allowed. */
export const isReplyAddress = (text: string): boolean =>
  /^[a-z0-9._-]{1,12}@[a-z0-9.-]+$/i.test(text) && text.length <= 200

export function wrongReceiving(settings: RawReceiving): [name: keyof RawReceiving, sentence: string] | undefined {
  const { REPLY_ADDRESS: address, IMAP_URL: mailbox, MAIL_LISTENER: listener } = settings
  for (const name of ['IMAP_URL', 'MAIL_LISTENER', 'AUTHSERV_ID'] as const)
    if (address === undefined && settings[name] !== undefined) return [name, 'needs REPLY_ADDRESS beside it']
  if (address !== undefined && mailbox === undefined && listener === undefined)
    return ['REPLY_ADDRESS', 'needs IMAP_URL or MAIL_LISTENER beside it: nobody would receive the answers']
  if (mailbox !== undefined && (URL.parse(mailbox)?.username ?? '') === '')
    return ['IMAP_URL', 'must name the user: imaps://user:password@mail.example.org']
  if (listener !== undefined && (URL.parse(listener)?.port ?? '') === '')
    return ['MAIL_LISTENER', 'must name a port: lmtp://127.0.0.1:2400']
  return undefined
}

export const receivingFrom = (settings: RawReceiving): ReceivingSettings | undefined =>
  settings.REPLY_ADDRESS === undefined
    ? undefined
    : {
        address: settings.REPLY_ADDRESS.toLowerCase(),
        mailbox: settings.IMAP_URL,
        listener: settings.MAIL_LISTENER,
        judge: settings.AUTHSERV_ID?.toLowerCase(),
      }
