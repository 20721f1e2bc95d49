// After a link was asked for, and what the link in the mail opens: a page with one button, since mail scanners open links too.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { linkMinutes } from '../account.ts'
import { paths } from '../paths.ts'

export const LinkSentPage = ({ t, outbox }: { readonly t: Translate; readonly outbox: boolean }) => (
  <>
    <PageTitle t={t} title={t('accounts.link-sent')} lead={t('accounts.link-sent-lead', { minutes: linkMinutes })} />
    <PageBody>
      <p>{t('accounts.link-sent-nothing')}</p>
      {outbox && (
        <ButtonLink href={paths.demonstrationMail} icon="mail">
          {t('accounts.demonstration-mail')}
        </ButtonLink>
      )}
    </PageBody>
  </>
)

export const LinkPage = ({ t, token }: { readonly t: Translate; readonly token: string }) => (
  <>
    <PageTitle t={t} title={t('accounts.link-open')} lead={t('accounts.link-open-lead')} />
    <PageBody>
      <Form t={t} action={paths.link} hidden={{ token }}>
        <Button tone="primary" icon="log-in">
          {t('accounts.sign-in')}
        </Button>
      </Form>
    </PageBody>
  </>
)
