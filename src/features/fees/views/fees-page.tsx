// Fees for everybody who comes: what one's own city pays, which scales there are, and what an office works on.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { newScalePath, scalePath } from '../paths.ts'
import { mayBeginScale } from '../permissions.ts'
import type { Scale } from '../scale.ts'
import { scaleName } from './new-scale-page.tsx'
import { OwnFees, type OwnFeesProps } from './own-fees.tsx'
import { stateMark } from './scale-page.tsx'
import { ScaleTables } from './scale-tables.tsx'

export interface FeesPageProps extends Omit<OwnFeesProps, 'organisation'> {
  readonly viewer: Viewer
  /** Undefined for visitors and for persons of no member. */
  readonly organisation: string | undefined
  /** Valid ones, the newest first. */
  readonly approved: readonly Scale[]
  /** Of the viewer's own office. */
  readonly open: readonly Scale[]
  /** The network's of this year, or the last before it. */
  readonly current: Scale | undefined
}

const Office = ({ t, open }: { t: Translate; open: readonly Scale[] }) => (
  <Section title={t('fees.open')}>
    {open.length === 0 ? (
      <p>{t('fees.open-none')}</p>
    ) : (
      <DataTable
        t={t}
        caption={t('fees.open')}
        hideCaption
        columns={[{ label: t('fees.scale') }, { label: t('fees.state') }]}
        rows={open.map((scale) => [
          <a href={scalePath(scale.id)}>{scaleName(t, scale)}</a>,
          <StateMark {...stateMark(t, scale.state)} />,
        ])}
      />
    )}
  </Section>
)

const Approved = ({ t, approved, issuerName }: Pick<FeesPageProps, 't' | 'approved' | 'issuerName'>) => (
  <Section title={t('fees.approved')}>
    {approved.length === 0 ? (
      <EmptyState icon="scale" title={t('fees.approved-none')} text={t('fees.approved-none-text')} />
    ) : (
      <DataTable
        t={t}
        caption={t('fees.approved')}
        hideCaption
        columns={[{ label: t('fees.scale') }, { label: t('fees.issuer') }, { label: t('fees.approved-day') }]}
        rows={approved.map((scale) => [
          <a href={scalePath(scale.id)}>{scaleName(t, scale)}</a>,
          issuerName(scale.forumId),
          scale.approvedAt ? formatDate(t.lang, scale.approvedAt) : '',
        ])}
      />
    )}
  </Section>
)

const Current = ({ t, current, forums }: FeesPageProps) =>
  current === undefined ? null : (
    <Section title={t('fees.current', { year: String(current.year) })}>
      <ScaleTables t={t} scale={current} forums={forums} />
    </Section>
  )

export const FeesPage = (props: FeesPageProps) => {
  const { t, viewer, organisation } = props
  const office = mayBeginScale(viewer)
  return (
    <>
      <PageTitle
        t={t}
        title={t('fees.title')}
        lead={t('fees.lead')}
        action={
          office && (
            <ButtonLink href={newScalePath} tone="primary" icon="plus" shortcut="n">
              {t('fees.new')}
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {office && <Office {...props} />}
        {organisation === undefined ? null : <OwnFees {...props} organisation={organisation} />}
        <Approved {...props} />
        {!office && organisation === undefined && <Current {...props} />}
      </PageBody>
    </>
  )
}
