// The second step, opened by the link of the mail: looking changes nothing, pressing begins the waiting time.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { confirmationPath, myDataPath } from '../paths.ts'

export const ConfirmPage = ({ t, token }: { readonly t: Translate; readonly token: string }) => (
  <>
    <PageTitle t={t} title={t('privacy.confirm')} lead={t('privacy.confirm-lead')} />
    <PageBody>
      <p>{t('privacy.erasure-goes')}</p>
      <p>{t('privacy.erasure-stays')}</p>
      <Form t={t} action={confirmationPath} hidden={{ token }} label={t('privacy.confirm')}>
        <ButtonRow>
          <Button tone="danger">{t('privacy.confirm-button')}</Button>
          <ButtonLink href={myDataPath}>{t('privacy.keep-me')}</ButtonLink>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
