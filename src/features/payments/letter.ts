// The three letters that ask for money, each in the member's language: friendly, firm, and the last one.
import { formatDate, isLang, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { Mail, MailWords, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { ownPath } from './paths.ts'
import type { LetterToSend, OwedLine } from './store-sending.ts'

interface Content {
  readonly lang: string
  readonly seller: {
    readonly name: string
    readonly iban: string
    readonly bic: string
    readonly contact: { readonly name: string; readonly email: string }
  }
  readonly buyer: { readonly name: string }
}
export interface LetterMaterial {
  readonly letter: Pick<LetterToSend, 'step' | 'deadline' | 'statutes'>
  readonly owed: readonly OwedLine[]
  readonly content: Content
}

const civil = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

const lineOf = (t: Translate, { number, issuedOn, dueOn, openCents, reference }: OwedLine): string =>
  t('payments.mail-line', {
    ...{ number, issued: civil(t, issuedOn), due: civil(t, dueOn), amount: formatMoney(t.lang, openCents) },
    reference,
  })

/** What the statutes say, in this language as the issuer wrote it; else what holds for all. */
const statutesIn = (t: Translate, statutes: Readonly<Record<string, string>>): string =>
  statutes[t.lang] ?? t('payments.mail-statutes')

/** Inside the euro area an account needs no BIC. */
const accountOf = ({ seller: { iban, bic } }: Content): string => (bic === '' ? iban : `${iban} (BIC ${bic})`)

/** Subject and text in the member's language. */
export function wordsOf(material: LetterMaterial, { baseUrl }: Pick<Settings, 'baseUrl'>): MailWords {
  const { letter, owed, content } = material
  const t = translator(isLang(content.lang) ? content.lang : 'en')
  const total = owed.reduce((sum, { openCents }) => sum + openCents, 0)
  const values = {
    ...{
      member: oneLine(content.buyer.name),
      issuer: oneLine(content.seller.name),
      deadline: civil(t, letter.deadline),
    },
    ...{ lines: owed.map((line) => lineOf(t, line)).join('\n'), link: `${baseUrl}${ownPath}` },
    ...{ total: formatMoney(t.lang, total), account: accountOf(content) },
    // Whoever replied would reach the site's own address, and not the issuer whose books they are.
    contact: `${content.seller.contact.name}, ${content.seller.contact.email}`,
    statutes: statutesIn(t, letter.statutes),
  }
  return {
    subject: t(`payments.mail-subject-${letter.step}`, values),
    text: t(`payments.mail-text-${letter.step}`, values),
    why: t('payments.mail-why'),
  }
}

/** The id lets a mail that went out before a crash be known again, by each of several recipients. */
export function mailOf(
  material: LetterMaterial & { readonly letter: LetterToSend },
  recipient: { readonly to: string; readonly delivery: number },
  files: { readonly statement: Buffer; readonly invoices: NonNullable<Mail['attachments']> },
  settings: Pick<Settings, 'baseUrl'>,
): Mail {
  const { letter, content } = material
  const t = translator(isLang(content.lang) ? content.lang : 'en')
  return {
    to: recipient.to,
    ...wordsOf(material, settings),
    id: `reminder-${letter.id}-${recipient.delivery}-${letter.decidedAt.getTime()}`,
    attachments: [
      { name: t('payments.file-statement'), type: 'application/pdf', content: files.statement },
      ...files.invoices,
    ],
  }
}
