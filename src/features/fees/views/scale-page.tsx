// One scale: what it says; for its office also what was decided, and what can be done now.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import { Timeline } from '#ui/timeline/timeline.tsx'
import { scalePath } from '../paths.ts'
import { keepsBooks } from '../permissions.ts'
import type { Scale, ScaleState } from '../scale.ts'
import type { DecisionLine, ForumName } from '../store-writing.ts'
import { OfficePart } from './office-part.tsx'
import { ScaleTables } from './scale-tables.tsx'

export interface ScalePageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly scale: Scale
  readonly title: string
  readonly forums: readonly ForumName[]
  /** Known to the office only. */
  readonly decisions: readonly DecisionLine[]
  readonly faults: readonly Issue[]
  /** The one that is valid instead, where this one was replaced. */
  readonly newer: number | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const tones: Readonly<Record<ScaleState, NonNullable<StateMarkProps['tone']>>> = {
  draft: 'calm',
  proposed: 'new',
  approved: 'done',
  discarded: 'danger',
}
export const stateMark = (t: Translate, state: ScaleState): StateMarkProps => ({
  label: t(`fees.state-${state}`),
  tone: tones[state],
})

const Decisions = ({ t, decisions }: Pick<ScalePageProps, 't' | 'decisions'>) => (
  <Section title={t('fees.decisions')}>
    <Timeline
      t={t}
      entries={decisions.map(({ decision, at, name, reason }) => ({
        when: at,
        title: t('fees.decided', { decision, name }),
        text: reason,
      }))}
    />
  </Section>
)

export const ScalePage = (props: ScalePageProps) => {
  const { t, viewer, scale, title, decisions, newer, issues } = props
  const approved = scale.approvedAt && t('fees.approved-on', { day: formatDate(t.lang, scale.approvedAt) })
  const own = keepsBooks(viewer, scale.forumId)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} state={stateMark(t, scale.state)} lead={approved} />
      <PageBody>
        {newer !== undefined && (
          <Notice tone="warning">
            <p>
              {t('fees.replaced')} <a href={scalePath(newer)}>{t('fees.replaced-by')}</a>
            </p>
          </Notice>
        )}
        {own && <OfficePart {...props} />}
        {scale.brackets.length === 0 ? (
          <EmptyState icon="scale" title={t('fees.no-brackets')} text={t('fees.no-brackets-text')} />
        ) : (
          <ScaleTables {...props} />
        )}
        {decisions.length > 0 && <Decisions {...props} />}
      </PageBody>
    </>
  )
}
