// A message of the outbox, read again (RFC 5322 and MIME) to be shown on a page.
import { simpleParser } from 'mailparser'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly at: Date | undefined
  readonly text: string
}

export async function readLetter(raw: string): Promise<Letter> {
  const mail = await simpleParser(raw)
  const to = [mail.to ?? []].flat().map((address) => address.text)
  return { to: to.join(', '), subject: mail.subject ?? '', at: mail.date, text: mail.text ?? '' }
}

/** The text in pieces, of which addresses on this site are links; all others stay plain text. */
export function piecesOf(text: string, baseUrl: string): readonly { readonly text: string; readonly path?: string }[] {
  return text.split(/(https?:\/\/\S+)/).map((piece) => {
    const local = piece.startsWith(`${baseUrl}/`)
    return local ? { text: piece, path: piece.slice(baseUrl.length) } : { text: piece }
  })
}
