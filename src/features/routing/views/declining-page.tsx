// Opened from a mail: say no with one click, and what is said afterwards. No word of the question.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'

export const DecliningPage = ({ t, action }: { readonly t: Translate; readonly action: string }) => (
  <>
    <PageTitle t={t} title={t('routing.declining')} lead={t('routing.declining-lead')} />
    <PageBody>
      <Form t={t} action={action} label={t('routing.declining')}>
        <ButtonRow>
          <Button tone="primary">{t('routing.decline')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const DeclinedPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'routing.declining-spent' : 'routing.declined')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>
        {t(spent ? 'routing.declining-spent-text' : 'routing.declined-text')}
      </Notice>
      <ButtonRow>
        <ButtonLink href="/">{t('routing.go-home')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)
