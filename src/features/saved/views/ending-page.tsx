// Opened from a mail: end the mails about these searches, and what is said afterwards.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { savedPath } from '../paths.ts'

export interface EndingPageProps {
  readonly t: Translate
  /** None where the mail names none. */
  readonly names: readonly string[]
  readonly count: number
  readonly action: string
}

export const EndingPage = ({ t, names, count, action }: EndingPageProps) => (
  <>
    <PageTitle
      t={t}
      title={t('saved.ending')}
      lead={t(names.length > 0 ? 'saved.ending-lead' : 'saved.ending-lead-unnamed', { count })}
    />
    <PageBody>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
      <Form t={t} action={action} label={t('saved.ending')}>
        <ButtonRow>
          <Button tone="primary">{t('saved.end')}</Button>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)

export const EndedPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'saved.ending-spent' : 'saved.ended')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>{t(spent ? 'saved.ending-spent-text' : 'saved.ended-text')}</Notice>
      <ButtonRow>
        <ButtonLink href={savedPath}>{t('saved.go-saved')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)
