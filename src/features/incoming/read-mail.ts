// Bytes of a mail, as what was said in it: parsed by mailparser, which has limits of its own for parts and heads.
import { createHash } from 'node:crypto'
import { type AddressObject, type Attachment, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'
import { cutReply } from './cut-reply.ts'
import { wordsOfHtml } from './html-words.ts'
import type { IncomingMail } from './mail.ts'

/** Of the envelope, as the listener knows it; a mailbox knows only what stands in the head. */
export interface Envelope {
  readonly from?: string
  readonly to?: readonly string[]
}

const addressesIn = (value: readonly EmailAddress[]): string[] =>
  value.flatMap(({ address, group }) => (group ? addressesIn(group) : [address ?? ''])).map((one) => one.toLowerCase())
const listed = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => addressesIn(value))

const headOf = ({ headerLines }: ParsedMail): Map<string, string[]> => {
  const head = new Map<string, string[]>()
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim()
    head.set(key, [...(head.get(key) ?? []), value])
  }
  return head
}

/** What mail programs attach by themselves: signatures, cards, the wrapping of Outlook. */
const wrapping =
  /^(?:application\/(?:pkcs7-\S+|x-pkcs7-\S+|pgp-\S+|ms-tnef|vnd\.ms-tnef)|text\/(?:x-)?vcard|text\/directory|message\/\S+|text\/rfc822-headers)$/
/** Bytes; larger pictures within a text are no logo but something to look at. */
const mostLogo = 100_000

const isBrought = ({ contentType, related, size }: Attachment): boolean =>
  !wrapping.test(contentType.toLowerCase()) &&
  !(contentType.startsWith('image/') && related === true && size < mostLogo)

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }
const fileOf = ({ filename, contentType, content }: Attachment): File =>
  new File([Uint8Array.from(content)], filename ?? `image.${endings[contentType] ?? 'bin'}`)

/** Without a name of its own it is known by its bytes. */
const nameOf = (mail: ParsedMail, source: Buffer): string =>
  mail.messageId?.trim() || createHash('sha256').update(source).digest('hex')

/** What was said, as Markdown; perhaps nothing. Takes a moment: asked when it is known who says it. */
export function wordsIn({ text, html }: Pick<IncomingMail, 'text' | 'html'>): string {
  const said = cutReply(text)
  return said === '' && html !== '' ? cutReply(wordsOfHtml(html)) : said
}

const mostSource = 200_000

/** Undefined: no mail program could read it either. */
export async function readMail(source: Buffer, envelope: Envelope): Promise<IncomingMail | undefined> {
  const parsed = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    checksumAlgo: false,
  }).catch(() => undefined)
  if (parsed === undefined) return undefined
  const head = headOf(parsed)
  const returnPath = head.get('return-path')?.[0]
  const named = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((field) => head.get(field) ?? [])
  return {
    envelopeFrom: envelope.from ?? returnPath?.replaceAll(/[<>\s]/g, ''),
    to: envelope.to ?? [...named, ...listed(parsed.to), ...listed(parsed.cc)],
    from: (head.get('from') ?? []).length > 1 ? [] : listed(parsed.from),
    messageId: nameOf(parsed, source),
    subject: parsed.subject ?? '',
    head,
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    files: parsed.attachments.filter(isBrought).map(fileOf),
    source: source.subarray(0, mostSource).toString('latin1'),
  }
}
