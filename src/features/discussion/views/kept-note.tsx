// That what somebody began to write is still there, and the way to throw it away.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { unsentRemovalPath } from '../paths.ts'
import type { KeptReply } from '../store-kept.ts'

export const Discard = ({ t, contributionId }: { t: Translate; contributionId: number }) => (
  <Form t={t} action={unsentRemovalPath} hidden={{ of: contributionId }} label={t('discussion.kept-discard')}>
    <Button small>{t('discussion.kept-discard')}</Button>
  </Form>
)

export const KeptNote = ({ t, kept, contributionId }: { t: Translate; kept: KeptReply; contributionId: number }) => (
  <Notice tone="info" title={t('discussion.kept-title', { when: formatMoment(t.lang, kept.at) })}>
    <p>{t('discussion.kept-text')}</p>
    <Discard t={t} contributionId={contributionId} />
  </Notice>
)
