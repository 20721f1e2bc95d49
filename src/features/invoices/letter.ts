// The mail that brings an invoice or a credit note, in the member's language.

import { formatDate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Mail, MailWords, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import type { InvoiceDocuments } from '#platform/invoicing/invoice.ts'
import { filesOf } from './letter-files.ts'
import { invoicePath } from './paths.ts'
import type { Letter } from './store-sending.ts'

/** Its id lets one that went out before a crash be known again. */
export const letterAbout = (letter: Letter, documents: InvoiceDocuments, { baseUrl }: Settings): Mail => ({
  to: letter.email,
  ...wordsOf(letter, `${baseUrl}${invoicePath(letter.id)}`),
  id: `invoice-${letter.id}-${letter.madeAt.getTime()}`,
  attachments: filesOf(letter, documents),
})

type Told = Pick<Letter['content'], 'totalCents' | 'dueOn' | 'paymentReference' | 'corrects'> & {
  readonly seller: Pick<Letter['content']['seller'], 'name' | 'contact'>
}

export function wordsOf(
  letter: Pick<Letter, 'kind' | 'lang' | 'number' | 'year'> & { readonly content: Told },
  link: string,
): MailWords {
  const { content, kind, lang } = letter
  const t = translator(lang)
  const values = {
    number: letter.number,
    year: String(letter.year),
    issuer: content.seller.name,
    amount: formatMoney(lang, content.totalCents),
    due: formatDate(lang, new Date(`${content.dueOn}T12:00:00Z`)),
    reference: content.paymentReference,
    corrected: content.corrects?.number ?? '',
    contact: `${content.seller.contact.name}, ${content.seller.contact.email}`,
    link,
  }
  return {
    subject: t(`invoices.mail-subject-${kind}`, values),
    text: t(`invoices.mail-text-${kind}`, values),
    why: t('invoices.mail-why'),
  }
}
