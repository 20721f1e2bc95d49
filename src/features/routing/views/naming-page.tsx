// The same field once more, where what was typed names nobody who can be asked.
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { NamingForm, type NamingFormProps } from './naming-form.tsx'

export const NamingPage = (props: NamingFormProps & { readonly title: string }) => {
  const { t, issues = [], title } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('routing.name')} kind={title} />
      <PageBody>
        <NamingForm {...props} />
      </PageBody>
    </>
  )
}
