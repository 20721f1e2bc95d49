// On the home page of whoever will be erased: until when it can be taken back.
import { formatDate } from '#kernel/locale.ts'
import type { HomePart } from '#platform/feature.ts'
import { PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { withdrawalPath } from './paths.ts'
import { findErasure } from './store-erasure.ts'

export const erasureHome: HomePart = {
  name: 'privacy.erasure',
  for: 'signed-in',
  place: 'top',
  position: 5,
  draw: async ({ var: { t, db } }) => {
    const erasure = await findErasure(db)
    if (!erasure?.dueAt) return undefined
    return (
      <Notice tone="warning">
        <p>{t('privacy.is-due', { day: formatDate(t.lang, erasure.dueAt) })}</p>
        <PostButton action={withdrawalPath}>{t('privacy.take-back')}</PostButton>
      </Notice>
    )
  },
}
