// To whose address nothing is sent: since when, why, and how mails come again.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { askingPath } from '../paths.ts'
import type { Pause } from '../store.ts'

export const OwnPause = ({ t, pause }: { readonly t: Translate; readonly pause: Pause }) => (
  <Notice tone="warning" title={t('mails.own-title')}>
    <p>{t('mails.own-text', { date: formatDate(t.lang, pause.pausedAt) })}</p>
    {pause.reason !== '' && (
      <p>
        {t('mails.own-reason')} <q lang="en">{pause.reason}</q>
      </p>
    )}
    <p>{t('mails.own-ask-hint')}</p>
    <PostButton action={askingPath}>{t('mails.own-ask')}</PostButton>
  </Notice>
)
