// What a mail that was not taken means: for this mail, for its address, or for all of them.

/**
 * `away`: the server, not this mail; all others would fare the same. `silent`: the server took it up and said nothing for long,
 * as where it asks the other side; others may fare better. `later`: this mail, for now. `never`: this mail, for good.
 * `no-address`: nobody has this address, or it takes no mail any more.
 */
export type FailureKind = 'away' | 'silent' | 'later' | 'never' | 'no-address'

export interface Failure {
  readonly kind: FailureKind
  /** What the server said, or what became of the connection. */
  readonly answer: string
}

interface SmtpError {
  readonly message: string
  readonly code?: string
  readonly timeoutType?: string
  readonly response?: string
  readonly responseCode?: number
  readonly command?: string
}

/** Bad mailbox, bad domain, moved away, disabled (RFC 3463, RFC 7505); what is a matter of policy or size is none of these. */
const goneFor = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/
/** Without an enhanced code: no such mailbox, not local, name not allowed (RFC 5321, 4.2.3). */
const goneBare = [550, 551, 553]

/** On a line that stood, or of all that a mail may take; not while the line was made. */
const isSilent = ({ code, timeoutType }: SmtpError): boolean => timeoutType === 'SOCKET_TIMEOUT' || code === 'EABORT'

function kindOf(error: SmtpError): FailureKind {
  const { response = '', responseCode: code, command } = error
  if (isSilent(error)) return 'silent'
  // The line is cut, the name is not found, nobody is let in: no word about this mail.
  if (code === undefined || code === 421) return 'away'
  // Too big for this server: said before it is handed over, and of this mail all the same.
  if (code === 552) return 'never'
  if (command !== 'RCPT TO' && command !== 'DATA') return 'away'
  if (code < 500) return 'later'
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  if (enhanced !== undefined) return goneFor.test(enhanced) ? 'no-address' : 'never'
  return command === 'RCPT TO' && goneBare.includes(code) ? 'no-address' : 'never'
}

export const failureOf = (error: unknown): Failure => {
  const smtp = error as SmtpError
  return { kind: kindOf(smtp), answer: smtp.response ?? smtp.message }
}

const minutes = [1, 5, 15, 30, 60, 120, 240, 360]
/** Before this mail is tried again; growing to six hours. */
export const pauseAfter = (tries: number): number => (minutes[Math.min(tries, minutes.length) - 1] ?? 1) * 60_000

/** A mail that is put off so long is given up (RFC 5321, 4.5.4.1: four to five days); one whose server is away never is. */
export const patience = 5 * 86_400_000
