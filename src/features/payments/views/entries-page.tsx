// What has come in and belongs to nobody yet, with what it may mean.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import { PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { entriesPath, entryPath, matchingPath } from '../paths.ts'
import type { NamedProposal } from '../proposals.ts'
import type { Entry } from '../store-entries.ts'
import { Proposal } from './proposal.tsx'
import { amountOf, civil, OfficeLinks } from './words.tsx'

export interface EntriesPageProps {
  readonly t: Translate
  readonly page: PageOf<Entry>
  readonly proposals: ReadonlyMap<number, readonly NamedProposal[]>
}

const EntryCard = ({ t, entry, found }: { t: Translate; entry: Entry; found: readonly NamedProposal[] }) => (
  <ItemCard
    t={t}
    kind={civil(t, entry.bookedOn)}
    title={entry.name || t('payments.nameless')}
    href={entryPath(entry.id)}
    summary={entry.text}
    meta={[
      entry.state === 'reversal' ? t('payments.state-reversal') : formatMoney(t.lang, entry.leftCents),
      entry.state === 'reversal' && amountOf(t, entry),
      entry.state === 'partly' && t('payments.left-of', { amount: formatMoney(t.lang, entry.cents ?? 0) }),
      entry.reference && t('payments.with-reference', { reference: entry.reference }),
    ].map((one) => one || undefined)}
    action={
      <Stack>
        {found.map((proposal, at) => (
          <Proposal t={t} entryId={entry.id} proposal={proposal} first={at === 0} />
        ))}
        {found.length === 0 && (
          <p>{t(entry.state === 'reversal' ? 'payments.which-returned' : 'payments.no-proposal')}</p>
        )}
      </Stack>
    }
  />
)

export const EntriesPage = ({ t, page, proposals }: EntriesPageProps) => (
  <>
    <PageTitle
      t={t}
      title={t('payments.entries-title')}
      lead={t('payments.entries-lead', { count: page.total })}
      action={page.total > 0 && <PostButton action={matchingPath}>{t('payments.match-again')}</PostButton>}
    />
    <Stack>
      <OfficeLinks t={t} here="entries" />
      {page.items.length === 0 ? (
        <EmptyState icon="circle-check" title={t('payments.none-open')} text={t('payments.none-open-text')} />
      ) : (
        <ItemList
          label={t('payments.entries-title')}
          items={page.items.map((entry) => <EntryCard t={t} entry={entry} found={proposals.get(entry.id) ?? []} />)}
        />
      )}
      <Pagination t={t} page={page} href={entriesPath} />
    </Stack>
  </>
)
