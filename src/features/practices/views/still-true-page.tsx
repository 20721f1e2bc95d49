// The question "still true?" and its three answers; opened from a mail, so it says what it is about.
import type { Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { editPracticePath, practicePath, stillTruePath } from '../paths.ts'
import type { Practice } from '../practice.ts'

export interface StillTrueProps {
  readonly t: Translate
  readonly practice: Practice
  /** What the link carries, so that the answer needs no sign-in. */
  readonly by: string
  readonly code: string
}

export const StillTruePage = ({ t, practice, by, code }: StillTrueProps) => (
  <>
    <PageTitle
      t={t}
      title={t('practices.still-true-question')}
      kind={practice.title}
      lead={t('practices.still-true-lead')}
    />
    <PageBody>
      <p class="practice-summary" lang={practice.lang}>
        {practice.summary}
      </p>
      <Prose html={renderMarkdown(practice.response)} lang={practice.lang} />
      <ButtonRow>
        <Form t={t} action={stillTruePath(practice.id)} hidden={{ by, code }} label={t('practices.still-true-yes')}>
          <Button tone="primary" icon="check">
            {t('practices.still-true-yes')}
          </Button>
        </Form>
        <ButtonLink href={editPracticePath(practice.id)} icon="pencil">
          {t('practices.still-true-change')}
        </ButtonLink>
        <ButtonLink href={practicePath(practice.id, practice.title)}>{t('practices.still-true-over')}</ButtonLink>
      </ButtonRow>
    </PageBody>
  </>
)

export const AnsweredPage = ({ t, spent }: { readonly t: Translate; readonly spent: boolean }) => (
  <>
    <PageTitle t={t} title={t(spent ? 'practices.still-true-spent' : 'practices.still-true-thanks')} />
    <PageBody>
      <Notice tone={spent ? 'info' : 'success'}>
        {t(spent ? 'practices.still-true-spent-text' : 'practices.still-true-thanks-text')}
      </Notice>
    </PageBody>
  </>
)
