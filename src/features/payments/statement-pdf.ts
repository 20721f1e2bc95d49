// The statement of an account as PDF, in the language of the member's letters.
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { dayOf, formatDate, isLang, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { makePdf } from '#platform/documents/make-pdf.ts'
import { translator } from '#platform/i18n.ts'
import type { Account } from './account.ts'
import { balanceWords, lineWords } from './statement-words.ts'

export interface Sides {
  readonly lang: string
  readonly seller: { readonly name: string; readonly iban: string; readonly bic: string; readonly bankName: string }
  readonly buyer: { readonly name: string }
}

const civil = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))
type Row = NonNullable<NonNullable<Extract<TDocumentDefinitions['content'], readonly unknown[]>[number]>>

const right = (text: string, bold = false) => ({ text, alignment: 'right' as const, bold })
const tableOf = (t: Translate, account: Account) => {
  const balance = (day: string, words: string, cents: number) => [
    { text: civil(t, day), bold: true },
    { text: words, bold: true },
    '',
    right(formatMoney(t.lang, cents), true),
  ]
  return {
    layout: 'lightHorizontalLines',
    margin: [0, 14, 0, 14],
    table: {
      headerRows: 1,
      widths: ['auto', '*', 'auto', 'auto'],
      body: [
        [
          t('payments.column-day'),
          t('payments.column-what'),
          right(t('payments.column-amount')),
          right(t('payments.column-balance')),
        ],
        balance(`${account.year}-01-01`, t('payments.opening'), account.openingCents),
        ...account.lines.map((line) => [
          civil(t, line.day),
          lineWords(t, line),
          right(formatMoney(t.lang, line.cents)),
          right(formatMoney(t.lang, line.balanceCents)),
        ]),
        balance(account.closesOn, t('payments.closing'), account.closingCents),
      ],
    },
  } as Row
}

/** `made`: the day that the statement bears. */
export function statementPdf({ lang, seller, buyer }: Sides, account: Account, made: Date): Promise<Buffer> {
  const t = translator(isLang(lang) ? lang : 'en')
  const title = t('payments.statement-title', { year: String(account.year) })
  const bank = [seller.iban, seller.bic, seller.bankName].filter((text) => text !== '').join(', ')
  return makePdf(
    { title, author: seller.name, lang: t.lang, made },
    {
      content: [
        { text: seller.name, bold: true },
        { text: title, fontSize: 17, bold: true, margin: [0, 18, 0, 4] },
        { text: buyer.name, fontSize: 12 },
        { text: t('payments.statement-made', { day: civil(t, dayOf(made)) }), color: '#555555' },
        tableOf(t, account),
        { text: balanceWords(t, account.closingCents), bold: true },
        ...(account.closingCents > 0 && bank !== '' ? [{ text: t('payments.pay-to', { account: bank }) }] : []),
      ],
    },
  )
}
