// On the draft's own page: what was read out of its file still waits.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { placingPath } from '../paths.ts'

export const WaitingNotice = ({
  t,
  id,
  count,
}: {
  readonly t: Translate
  readonly id: number
  readonly count: number
}) => (
  <Notice tone="info" title={t('drafting.waiting', { count })}>
    <ButtonLink href={placingPath(id)} icon="file-text">
      {t('drafting.go-on')}
    </ButtonLink>
  </Notice>
)
