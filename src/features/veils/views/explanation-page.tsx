// What "a member city" means, for whoever follows its name.
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle } from '#ui/page/page.tsx'

export const ExplanationPage = ({ t }: { readonly t: Translate }) => (
  <>
    <PageTitle t={t} title={t('veils.title')} lead={t('veils.lead')} />
    <PageBody>
      <p>{t('veils.who-knows')}</p>
      <p>{t('veils.who-looks')}</p>
      <p>{t('veils.what-tells')}</p>
    </PageBody>
  </>
)
