// One entry: what the bank said, what it may mean, what was decided, and by whom.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import type { Returnables } from '../gather-return.ts'
import type { NamedProposal } from '../proposals.ts'
import type { Entry } from '../store-entries.ts'
import type { Settlement } from '../store-settlements.ts'
import { EntryActs } from './entry-acts.tsx'
import { Decisions } from './entry-decisions.tsx'
import { TakesBack } from './entry-return.tsx'
import { Proposal } from './proposal.tsx'
import { amountOf, civil, EntryMark } from './words.tsx'

export interface EntryPageProps {
  readonly t: Translate
  readonly entry: Entry
  readonly proposals: readonly NamedProposal[]
  readonly settlements: readonly Settlement[]
  /** Of a movement that left the account: what it may take back. */
  readonly returnable: Returnables | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Proposals = ({ t, entry, proposals }: EntryPageProps) => (
  <Section title={t('payments.proposals')}>
    <Stack>
      {proposals.map((proposal, at) => (
        <Proposal t={t} entryId={entry.id} proposal={proposal} first={at === 0} />
      ))}
      {proposals.length === 0 && <p>{t('payments.no-proposal')}</p>}
    </Stack>
  </Section>
)

const Facts = ({ t, entry }: EntryPageProps) => (
  <FactsList
    facts={[
      { term: t('payments.column-amount'), value: amountOf(t, entry) },
      { term: t('payments.fact-left'), value: entry.leftCents > 0 && formatMoney(t.lang, entry.leftCents) },
      { term: t('payments.fact-booked'), value: civil(t, entry.bookedOn) },
      { term: t('payments.fact-valued'), value: civil(t, entry.valuedOn) },
      { term: t('payments.fact-iban'), value: entry.iban },
      { term: t('payments.fact-reference'), value: entry.reference },
      { term: t('payments.column-text'), value: entry.text },
    ]}
  />
)

export const EntryPage = (props: EntryPageProps) => {
  const { t, entry, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        kind={t('payments.entry')}
        title={entry.name || t('payments.nameless')}
        facts={<EntryMark t={t} state={entry.state} />}
      />
      <PageBody aside={<Facts {...props} />}>
        {entry.perhapsTwice && entry.leftCents > 0 && <Notice tone="warning">{t('payments.twice-text')}</Notice>}
        {entry.state === 'foreign' && <Notice>{t('payments.foreign-text')}</Notice>}
        {entry.leftCents > 0 && <Proposals {...props} />}
        {entry.leftCents > 0 && <EntryActs {...props} />}
        <TakesBack {...props} />
        <Decisions {...props} />
      </PageBody>
    </>
  )
}
