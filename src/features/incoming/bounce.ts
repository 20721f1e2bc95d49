// What a mail server says about a mail of ours that it could not deliver: in the form of RFC 3464, or in plain words as older ones do.
import type { IncomingMail } from './mail.ts'

/** Unknown, moved or closed for good (RFC 3463); a full mailbox or a policy passes. */
const hardStatus = /^(?:5\.1\.(?:0|1|2|3|6|10)|5\.2\.1)$/
const hardWords =
  /\b(?:user|mailbox|recipient|address|account)\b[^\n]{0,60}\b(?:unknown|not found|does(?:n't| not) exist|invalid|disabled|unavailable|rejected)|no such (?:user|mailbox|person|recipient)|unknown (?:user|recipient|local part)|5\.1\.1/i

const address = /[^\s<>@;:"]{1,64}@[^\s<>@;:"]{1,255}/g

/** Of one recipient's block: what the other server said; undefined where it may still work. */
function saidInBlock(block: string): string | undefined {
  if (!/^final-recipient\s*:/im.test(block) || !/^action\s*:\s*failed/im.test(block)) return undefined
  const status = /^status\s*:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(block)?.[1] ?? ''
  const said = /^diagnostic-code\s*:\s*(?:smtp;\s*)?(.+(?:\n[ \t]+.+)*)/im.exec(block)?.[1] ?? ''
  const hard = hardStatus.test(status) || (/^5\.(?:0\.0|5\.0)$/.test(status) && hardWords.test(said))
  return hard ? said || status : undefined
}

/** One block for each recipient, parted by an empty line. */
const saidInReport = (source: string): string | undefined =>
  source
    .split(/\n[ \t]*\n/)
    .map(saidInBlock)
    .find((said) => said !== undefined)

const saidInWords = (source: string): string | undefined => /^[^\n]*\b5\d\d\b[^\n]*$/m.exec(source)?.[0].trim()

const isPlainReport = ({ head, from, source }: Pick<IncomingMail, 'head' | 'from' | 'source'>): boolean =>
  (head.has('x-failed-recipients') ||
    from.some((one) => /^(?:mailer-daemon|postmaster)@/.test(one)) ||
    /this is the (?:qmail-send|mail delivery|mail system) /i.test(source)) &&
  /\b5\d\d\b/.test(source) &&
  hardWords.test(source)

/** Every address that it names, where a mail failed for good, and what was said of it; which of them we wrote to shows the address that it came to. */
export function failedFor(
  mail: Pick<IncomingMail, 'head' | 'from' | 'source'>,
): { readonly said: string; readonly addresses: readonly string[] } | undefined {
  const source = mail.source.replaceAll('\r\n', '\n')
  const isReport = /report-type\s*=\s*"?delivery-status/i.test(mail.head.get('content-type')?.[0] ?? '')
  const said = isReport ? saidInReport(source) : isPlainReport(mail) ? saidInWords(source) : undefined
  if (said === undefined) return undefined
  const named = (source.match(address) ?? []).map((one) => one.toLowerCase())
  return { said, addresses: [...new Set(named)].slice(0, 200) }
}
