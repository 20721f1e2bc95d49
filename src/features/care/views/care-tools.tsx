// Beside a contribution: that it is hidden, muting, reporting.
import type { Translate } from '#kernel/locale.ts'
import type { HiddenNote } from '#trunk/hiding.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Stack } from '#ui/page/page.tsx'
import { hidingPath, muteEndPath, mutePath, reportFormPath } from '../paths.ts'

export interface CareToolsProps {
  readonly t: Translate
  readonly contributionId: number
  readonly note: HiddenNote | undefined
  readonly muted: boolean
  /** Not the viewer's own, and it reaches them. */
  readonly reportable: boolean
}

const Hidden = ({ t, note }: { t: Translate; note: HiddenNote }) => (
  <Notice tone="warning" title={t('care.is-hidden')}>
    <p>
      {t('care.reason', { reason: t(`care.reason-${note.reason}`) })} <a href={hidingPath(note.id)}>{t('care.more')}</a>
    </p>
  </Notice>
)

export const CareTools = ({ t, contributionId, note, muted, reportable }: CareToolsProps) => (
  <Stack>
    {note !== undefined && <Hidden t={t} note={note} />}
    {muted && <p>{t('care.is-muted')}</p>}
    <ButtonRow>
      <PostButton action={muted ? muteEndPath(contributionId) : mutePath(contributionId)} tone="quiet" small>
        {t(muted ? 'care.unmute' : 'care.mute')}
      </PostButton>
      {reportable && (
        <ButtonLink href={reportFormPath(contributionId)} tone="quiet" small>
          {t('care.report-this')}
        </ButtonLink>
      )}
    </ButtonRow>
  </Stack>
)
