// One proposal: what is to be added and why, what an office decided, and what every kind of contribution has.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Name } from '../labels.ts'
import { decisionPath, withdrawalPath } from '../paths.ts'
import { mayDecide, mayWithdrawProposal } from '../permissions.ts'
import { type Proposal, stageOf } from '../proposal.ts'
import { DecisionNote } from './decision-note.tsx'
import { stageMark } from './stage-mark.ts'
import { WishFacts } from './wish-facts.tsx'

export interface ProposalPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly proposal: Proposal
  /** Of the concept that it is about; undefined where the thesaurus has it no more. */
  readonly concept: Name | undefined
  readonly byline: Child
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
  readonly beside: Readonly<Record<'below' | 'aside' | 'tools', Child[]>>
}

const Actions = ({ t, proposal, viewer, beside }: ProposalPageProps) => (
  <ButtonRow>
    {mayDecide(viewer, proposal) && proposal.decision === undefined && (
      <ButtonLink href={decisionPath(proposal.id)} tone="primary" icon="check">
        {t('vocabulary.decide')}
      </ButtonLink>
    )}
    {beside.tools}
  </ButtonRow>
)

const Aside = ({ t, viewer, proposal, visibility, beside }: ProposalPageProps) => (
  <>
    {visibility}
    {beside.aside}
    {mayWithdrawProposal(viewer, proposal) && (
      <ConfirmStep
        label={t('vocabulary.withdraw')}
        question={t('vocabulary.withdraw-question')}
        action={withdrawalPath(proposal.id)}
        confirm={t('vocabulary.withdraw-confirm')}
      />
    )}
  </>
)

export const ProposalPage = (props: ProposalPageProps) => {
  const { t, proposal, byline, attachments, discussion, beside } = props
  const { decision, state } = proposal
  const withdrawn = { label: t('vocabulary.stage-withdrawn'), tone: 'danger' as const }
  return (
    <article>
      <PageTitle
        t={t}
        kind={t(`vocabulary.adds-${proposal.adds}`)}
        title={proposal.title}
        lang={proposal.lang}
        tlp={tlpLabel(proposal.audienceKind)}
        state={state === 'withdrawn' ? withdrawn : stageMark(t, stageOf(decision))}
        facts={byline}
        action={<Actions {...props} />}
      />
      <PageBody aside={<Aside {...props} />}>
        {proposal.demonstration && <Notice tone="info">{t('vocabulary.demonstration-note')}</Notice>}
        {decision && <DecisionNote t={t} proposal={proposal} decision={decision} />}
        <WishFacts {...props} />
        {beside.below}
        {attachments}
        {discussion}
      </PageBody>
    </article>
  )
}
