// What its city can do with a practice: see what is missing, publish, edit, withdraw.
import type { Child } from 'hono/jsx'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { isUnconfirmed } from '../currency.ts'
import { confirmationPath, editPracticePath, publicationPath, withdrawalPath } from '../paths.ts'
import { mayEditPractice, mayPublishPractice, mayWithdrawPractice } from '../permissions.ts'
import { missingForPublishing, type Practice } from '../practice.ts'
import { stepOf } from '../telling.ts'

interface StepProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly practice: Practice
}

export const MissingForPublishing = ({ t, practice }: { t: Translate; practice: Practice }) => {
  const missing = missingForPublishing(practice)
  if (missing.length === 0) return <Notice tone="info">{t('practices.ready')}</Notice>
  return (
    <Notice tone="warning" title={t('practices.still-missing')}>
      <ul>
        {missing.map((need) => (
          <li>
            <a href={`${editPracticePath(practice.id, stepOf(need))}#${need}`}>{t(`practices.need-${need}`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What one can do with it; `tools` is what other features hand to the page. */
export const Actions = ({ t, viewer, practice, tools }: StepProps & { readonly tools: Child[] }) => (
  <ButtonRow>
    {mayPublishPractice(viewer, practice) && missingForPublishing(practice).length === 0 && (
      <PostButton action={publicationPath(practice.id)} tone="primary" icon="send">
        {t('practices.publish')}
      </PostButton>
    )}
    {mayEditPractice(viewer, practice) && (
      <ButtonLink href={editPracticePath(practice.id)} icon="pencil">
        {t('practices.edit')}
      </ButtonLink>
    )}
    {tools}
  </ButtonRow>
)

/** Readers are warned; whoever may change it answers with one click. */
export const StillTrue = ({ t, viewer, practice }: StepProps) => {
  if (practice.state !== 'published' || practice.currency === 'current') return null
  const mine = mayEditPractice(viewer, practice)
  const since = formatDate(t.lang, practice.confirmedAt ?? practice.publishedAt ?? practice.createdAt)
  if (!mine && !isUnconfirmed(practice)) return null
  return (
    <Notice tone="warning" title={t(mine ? 'practices.still-true-question' : 'practices.unconfirmed', { date: since })}>
      {mine ? t('practices.still-true-lead') : t('practices.unconfirmed-text')}
      {mine && (
        <PostButton action={confirmationPath(practice.id)} icon="check">
          {t('practices.still-true-yes')}
        </PostButton>
      )}
    </Notice>
  )
}

export const Withdrawal = ({ t, viewer, practice }: StepProps) =>
  mayWithdrawPractice(viewer, practice) ? (
    <ConfirmStep
      label={t('practices.withdraw')}
      question={t('practices.withdraw-question')}
      action={withdrawalPath(practice.id)}
      confirm={t('practices.withdraw-confirm')}
      tone="danger"
    />
  ) : null
