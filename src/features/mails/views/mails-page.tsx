// The office's page: what waits, what failed, which addresses are paused. No word of what a mail says.
import { formatDate, formatMoment, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { type Figure, StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import { againPath } from '../paths.ts'
import type { FailedMail, PausedAddress, Waiting } from '../store.ts'

const receiverOf = ({ name, cityName, email }: Pick<FailedMail, 'name' | 'cityName' | 'email'>): string =>
  email ?? [name, cityName].filter((part) => part !== null).join(', ')

const figuresOf = (t: Translate, { waiting, oldest, held }: Waiting): Figure[] => [
  {
    value: waiting,
    label:
      oldest === null
        ? t('mails.waiting', { count: waiting })
        : t('mails.waiting-since', { count: waiting, date: formatMoment(t.lang, oldest) }),
  },
  { value: held, label: t('mails.held', { count: held }) },
]

const Again = ({ t, mail }: { readonly t: Translate; readonly mail: FailedMail }) =>
  mail.again ? (
    <PostButton action={againPath(mail.id)} small label={t('mails.again-to', { name: receiverOf(mail) })}>
      {t('mails.again')}
    </PostButton>
  ) : (
    <span>{t('mails.forgotten')}</span>
  )

const Failed = ({ t, failed }: { readonly t: Translate; readonly failed: readonly FailedMail[] }) => (
  <DataTable
    t={t}
    id="failed"
    caption={t('mails.failed')}
    columns={[
      { label: t('mails.receiver') },
      { label: t('mails.given-up') },
      { label: t('mails.answer') },
      { label: t('mails.again'), hiddenLabel: true },
    ]}
    rows={failed.map((mail) => [
      receiverOf(mail),
      formatDate(t.lang, mail.failedAt),
      <span lang="en">{mail.answer}</span>,
      <Again t={t} mail={mail} />,
    ])}
  />
)

const Paused = ({ t, paused }: { readonly t: Translate; readonly paused: readonly PausedAddress[] }) => (
  <DataTable
    t={t}
    id="paused"
    caption={t('mails.paused')}
    columns={[{ label: t('mails.receiver') }, { label: t('mails.since') }, { label: t('mails.answer') }]}
    rows={paused.map((one) => [receiverOf(one), formatDate(t.lang, one.pausedAt), <span lang="en">{one.reason}</span>])}
  />
)

export interface MailsPageProps {
  readonly t: Translate
  readonly waiting: Waiting
  readonly failed: readonly FailedMail[]
  readonly paused: readonly PausedAddress[]
}

export const MailsPage = ({ t, waiting, failed, paused }: MailsPageProps) => (
  <>
    <PageTitle t={t} title={t('mails.title')} lead={t('mails.lead')} />
    <PageBody>
      <StatFigures t={t} figures={figuresOf(t, waiting)} />
      {failed.length + paused.length === 0 && <EmptyState icon="check" title={t('mails.all-well')} />}
      {failed.length > 0 && <Failed t={t} failed={failed} />}
      {paused.length > 0 && <Paused t={t} paused={paused} />}
      {paused.length > 0 && <p>{t('mails.paused-hint')}</p>}
    </PageBody>
  </>
)
