// The whole mail, never larger than 60 kB: where much has come in, fewer things of each section, then no texts.
import type { MailWords } from '#platform/feature.ts'
import { textOf } from '#platform/mail/mail.ts'
import type { Edition } from './edition.ts'
import { letterHtml } from './letter-html.ts'
import { countOf, type Frame, type Shown } from './letter-parts.ts'
import { letterText, whyOf } from './letter-text.ts'

export interface Letter extends MailWords {
  readonly html: string
}

const mostBytes = 57_000
/** Things of each section, and whether with their texts: from generous to sparing. */
const tries = [
  { most: 12, texts: true },
  { most: 12, texts: false },
  { most: 6, texts: false },
  { most: 3, texts: false },
  { most: 1, texts: false },
] as const

const shownOf = ({ sections, confided }: Edition, { most, texts }: (typeof tries)[number]): Shown => ({
  confided,
  sections: sections.map(({ name, things }) => ({
    name,
    things: things.slice(0, most).map(({ text, ...rest }) => (texts && text !== undefined ? { ...rest, text } : rest)),
    more: Math.max(0, things.length - most),
  })),
})

/** On the way a text is written as quoted-printable or as base64, whichever the sender takes: the longer of the two. */
function sentBytes(text: string): number {
  const bytes = Buffer.from(text)
  const plain = bytes.reduce((sum, byte) => sum + (byte > 126 || byte === 61 ? 3 : 1), 0)
  return Math.ceil(Math.max(plain * 1.04, bytes.length * 1.37))
}

export function letterOf(frame: Frame, edition: Edition): Letter {
  const subject = frame.t('digests.mail-subject', { network: frame.network, count: countOf(edition), day: frame.day })
  let letter = { subject, text: '', html: '', why: whyOf(frame) }
  for (const one of tries) {
    const shown = shownOf(edition, one)
    letter = { ...letter, text: letterText(frame, shown), html: letterHtml(frame, shown) }
    if (sentBytes(textOf(letter)) + sentBytes(letter.html) <= mostBytes) break
  }
  return letter
}
