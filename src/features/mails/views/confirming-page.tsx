// Opened from a mail: take the address up again with one click, and what is said afterwards. No word of whose it is.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'

export const ConfirmingPage = ({ t, action }: { readonly t: Translate; readonly action: string }) => (
  <>
    <PageTitle t={t} title={t('mails.confirming')} lead={t('mails.confirming-lead')} />
    <PageBody>
      <Form t={t} action={action} label={t('mails.confirming')}>
        <ButtonRow>
          <Button tone="primary">{t('mails.confirm')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const ConfirmedPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'mails.confirming-spent' : 'mails.confirmed')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>
        {t(spent ? 'mails.confirming-spent-text' : 'mails.confirmed-text')}
      </Notice>
      <ButtonRow>
        <ButtonLink href="/">{t('mails.go-home')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)
