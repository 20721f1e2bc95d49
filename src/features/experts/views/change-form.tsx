// The form in which what stands about an institution is changed; it says what that means for whoever is named beside it.
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Expert } from '../expert.ts'
import { changePath, expertPath } from '../paths.ts'
import { InstitutionFields } from './institution-fields.tsx'
import type { FieldsProps } from './work-fields.tsx'

export const ChangeForm = ({ expert, ...fields }: FieldsProps & { readonly expert: Expert }) => {
  const { t, typed, issues } = fields
  const hidden = { revision: String(typed['revision'] ?? 0) }
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('experts.change')} />
      <PageBody>
        {expert.person?.agreed && <Notice>{t('experts.change-asks', { name: expert.person.name })}</Notice>}
        <Form t={t} action={changePath(expert.id)} hidden={hidden} label={t('experts.change')}>
          <InstitutionFields {...fields} />
          <ButtonRow>
            <Button tone="primary">{t('experts.save-change')}</Button>
            <ButtonLink href={expertPath(expert.id)} tone="quiet">
              {t('experts.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
