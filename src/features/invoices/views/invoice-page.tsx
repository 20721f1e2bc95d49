// One invoice or credit note: what it says, its documents, what became of it, and what the office can still do.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline/timeline.tsx'
import { documentPath, invoicePath } from '../paths.ts'
import type { InvoiceInFull, Neighbour } from '../store.ts'
import { InvoiceActs, type InvoiceActsProps } from './invoice-acts.tsx'
import { InvoiceContentTable } from './invoice-content.tsx'
import { deliveryMark } from './words.ts'

export interface InvoicePageProps {
  readonly t: Translate
  readonly invoice: InvoiceInFull
  /** Undefined for the member: it reads, the office acts. */
  readonly acts: Omit<InvoiceActsProps, 't' | 'invoice' | 'issues' | 'typed'> | undefined
  readonly forums: readonly { readonly id: number; readonly name: string }[]
  readonly issues: readonly Issue[]
  readonly typed: Typed
}

const To = ({ t, words, to }: { t: Translate; words: string; to: Neighbour }) => (
  <p>
    {t(`invoices.${words}`)} <a href={invoicePath(to.id)}>{to.number}</a>
  </p>
)

const Neighbours = ({ t, invoice }: InvoicePageProps) => {
  const { creditNote, replacement, corrects, replaces } = invoice
  if (!(creditNote ?? replacement ?? corrects ?? replaces)) return null
  return (
    <Notice tone={creditNote === null ? 'info' : 'warning'}>
      {creditNote && <To t={t} words="taken-back-by" to={creditNote} />}
      {corrects && <To t={t} words="takes-back" to={corrects} />}
      {replacement && <To t={t} words="replaced-by" to={replacement} />}
      {replaces && <To t={t} words="stands-for" to={replaces} />}
      {invoice.basis.reason && <p>{t('invoices.because', { reason: invoice.basis.reason })}</p>}
    </Notice>
  )
}

const Documents = ({ t, invoice }: InvoicePageProps) => (
  <Section title={t('invoices.documents')}>
    <ButtonRow>
      <ButtonLink href={documentPath(invoice.id, 'document.pdf')} icon="file-text">
        {t('invoices.pdf')}
      </ButtonLink>
      <ButtonLink href={documentPath(invoice.id, 'ubl.xml')} icon="download" tone="quiet">
        {t('invoices.ubl')}
      </ButtonLink>
      <ButtonLink href={documentPath(invoice.id, 'cii.xml')} icon="download" tone="quiet">
        {t('invoices.cii')}
      </ButtonLink>
    </ButtonRow>
    <p>{t('invoices.documents-text')}</p>
  </Section>
)

/** Names of persons and addresses stand here for the office alone. */
function historyOf({ t, invoice, acts }: InvoicePageProps): TimelineEntry[] {
  const by = (who: string | null) => (acts === undefined || !who ? undefined : who)
  const moment = (at: Date): string => formatMoment(t.lang, at)
  const { madeAt, madeBy, releasedAt, releasedBy, sentAt, sentTo, failure } = invoice
  const made = { when: moment(madeAt), title: t('invoices.history-made'), text: by(madeBy) }
  const released = releasedAt && {
    when: moment(releasedAt),
    title: t('invoices.history-released'),
    text: by(releasedBy),
  }
  const sent = sentAt && { when: moment(sentAt), title: t('invoices.history-sent'), text: sentTo ?? undefined }
  const failed = failure && { when: '', title: t(`invoices.failure-${failure}`) }
  return [made, released, sent, failed].filter((entry) => entry !== null)
}

export const InvoicePage = (props: InvoicePageProps) => {
  const { t, invoice, acts, issues, typed, forums } = props
  const kind = t(`invoices.kind-${invoice.kind}`)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        kind={kind}
        title={invoice.number}
        state={acts === undefined ? undefined : deliveryMark(t, invoice.state)}
        lead={`${invoice.name} · ${formatMoney(t.lang, invoice.totalCents)}`}
      />
      <PageBody
        aside={
          <Section title={t('invoices.history')}>
            <Timeline t={t} entries={historyOf(props)} label={t('invoices.history')} />
          </Section>
        }
      >
        <Neighbours {...props} />
        <Documents {...props} />
        <InvoiceContentTable t={t} invoice={invoice} forums={acts && forums} />
        {acts && <InvoiceActs t={t} invoice={invoice} {...acts} issues={issues} typed={typed} />}
      </PageBody>
    </>
  )
}
