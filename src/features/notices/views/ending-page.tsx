// Opened from a mail: end these mails, and what is said afterwards.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { settingsPath } from '../paths.ts'

export interface EndingPageProps {
  readonly t: Translate
  /** What the mails came for, a sentence. */
  readonly what: string
  readonly action: string
}

export const EndingPage = ({ t, what, action }: EndingPageProps) => (
  <>
    <PageTitle t={t} title={t('notices.ending')} lead={what} />
    <PageBody>
      <Form t={t} action={action} label={t('notices.ending')}>
        <ButtonRow>
          <Button tone="primary">{t('notices.end')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const EndedPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'notices.ending-spent' : 'notices.ended')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>{t(spent ? 'notices.ending-spent-text' : 'notices.ended-text')}</Notice>
      <ButtonRow>
        <ButtonLink href={settingsPath}>{t('notices.go-settings')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)
