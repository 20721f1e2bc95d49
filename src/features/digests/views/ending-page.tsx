// Opened from a digest: end them, and what is said afterwards.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { digestPath } from '../paths.ts'

export const EndingPage = ({ t, action }: { readonly t: Translate; readonly action: string }) => (
  <>
    <PageTitle t={t} title={t('digests.ending')} lead={t('digests.ending-lead')} />
    <PageBody>
      <Form t={t} action={action} label={t('digests.ending')}>
        <ButtonRow>
          <Button tone="primary">{t('digests.ending-confirm')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const EndedPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'digests.ending-spent' : 'digests.ended')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>{t(spent ? 'digests.ending-spent-text' : 'digests.ended-text')}</Notice>
      <ButtonRow>
        <ButtonLink href={digestPath}>{t('digests.to-digest')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)
