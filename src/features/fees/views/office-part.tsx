// What the office of the issuer can do with a scale now, and what stands in the way.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { approvalPath, discardPath, editPath, proposalPath, returnPath, simulationPath } from '../paths.ts'
import { mayApproveScale, mayChangeScale, mayReturnScale } from '../permissions.ts'
import type { Scale } from '../scale.ts'
import type { ScalePageProps } from './scale-page.tsx'

const Simulate = ({ t, scale }: { t: Translate; scale: Scale }) => (
  <ButtonLink href={simulationPath(scale.id)} icon="scale">
    {t('fees.simulate')}
  </ButtonLink>
)

const DraftActs = ({ t, scale, faults }: ScalePageProps) => (
  <>
    {faults.length > 0 && (
      <Notice tone="warning">
        <p>{t('fees.has-faults', { count: faults.length })}</p>
      </Notice>
    )}
    <ButtonRow>
      <ButtonLink href={editPath(scale.id)} tone={faults.length > 0 ? 'primary' : 'secondary'} icon="pencil">
        {t('fees.edit')}
      </ButtonLink>
      <Simulate t={t} scale={scale} />
      {faults.length === 0 && (
        <PostButton action={proposalPath(scale.id)} tone="primary" icon="send">
          {t('fees.propose')}
        </PostButton>
      )}
    </ButtonRow>
    <ConfirmStep
      label={t('fees.discard')}
      icon="trash-2"
      question={t('fees.discard-question')}
      action={discardPath(scale.id)}
      confirm={t('fees.discard-confirm')}
    />
  </>
)

const ProposedActs = ({ t, viewer, scale, typed, issues }: ScalePageProps) => (
  <>
    {!mayApproveScale(viewer, scale) && (
      <Notice>
        <p>{t('fees.needs-second')}</p>
      </Notice>
    )}
    <ButtonRow>
      {mayApproveScale(viewer, scale) && (
        <PostButton action={approvalPath(scale.id)} tone="primary" icon="check">
          {t('fees.approve')}
        </PostButton>
      )}
      <Simulate t={t} scale={scale} />
    </ButtonRow>
    <ConfirmStep
      label={t('fees.return')}
      icon="undo-2"
      question={t('fees.return-question')}
      action={returnPath(scale.id)}
      confirm={t('fees.return-confirm')}
      tone="secondary"
    >
      <TextArea
        t={t}
        name="reason"
        label={t('fees.reason')}
        value={typed['reason']}
        issues={issues}
        rows={3}
        required
      />
    </ConfirmStep>
  </>
)

export const OfficePart = (props: ScalePageProps) => {
  const { viewer, scale } = props
  if (mayChangeScale(viewer, scale)) return <DraftActs {...props} />
  return mayReturnScale(viewer, scale) ? <ProposedActs {...props} /> : <Simulate {...props} />
}
