// The three letters that ask for money, each in the member's language: friendly, firm, and the last one.
import { formatDate, isLang, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { Mail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { ownPath } from './paths.ts'
import type { LetterToSend, OwedLine } from './store-sending.ts'

export interface LetterMaterial {
  readonly letter: LetterToSend
  readonly owed: readonly OwedLine[]
  readonly content: {
    readonly lang: string
    readonly seller: { readonly name: string; readonly iban: string; readonly bic: string }
    readonly buyer: { readonly name: string }
  }
  readonly to: string
  /** Of several recipients. */
  readonly at: number
}

const civil = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

const lineOf = (t: Translate, { number, issuedOn, dueOn, openCents, reference }: OwedLine): string =>
  t('payments.mail-line', {
    ...{ number, issued: civil(t, issuedOn), due: civil(t, dueOn), amount: formatMoney(t.lang, openCents) },
    reference,
  })

/** What the statutes say, in this language as the issuer wrote it; else what holds for all. */
export const statutesIn = (t: Translate, statutes: Readonly<Record<string, string>>): string =>
  statutes[t.lang] ?? t('payments.mail-statutes')

/** Its id lets one that went out before a crash be known again. */
export function letterOf(material: LetterMaterial, statement: Buffer, { baseUrl }: Settings): Mail {
  const { letter, owed, content, to, at } = material
  const t = translator(isLang(content.lang) ? content.lang : 'en')
  const values = {
    ...{
      member: oneLine(content.buyer.name),
      issuer: oneLine(content.seller.name),
      deadline: civil(t, letter.deadline),
    },
    ...{ lines: owed.map((line) => lineOf(t, line)).join('\n'), link: `${baseUrl}${ownPath}` },
    ...{
      total: formatMoney(
        t.lang,
        owed.reduce((sum, { openCents }) => sum + openCents, 0),
      ),
    },
    ...{ iban: content.seller.iban, bic: content.seller.bic, statutes: statutesIn(t, letter.statutes) },
  }
  return {
    to,
    subject: t(`payments.mail-subject-${letter.step}`, values),
    text: t(`payments.mail-text-${letter.step}`, values),
    id: `reminder-${letter.id}-${at}-${letter.decidedAt.getTime()}`,
    attachments: [{ name: t('payments.file-statement'), type: 'application/pdf', content: statement }],
  }
}
