// After an enquiry: the same for everybody, whatever was sent.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { joinPath, outboxPath } from '../paths.ts'

export const SentPage = ({ t, demonstration }: { readonly t: Translate; readonly demonstration: boolean }) => (
  <>
    <PageTitle t={t} title={t('accession.sent')} lead={t('accession.sent-lead')} />
    <PageBody>
      {demonstration && (
        <Notice>
          <p>
            {t('accession.sent-demonstration')} <a href={outboxPath}>{t('accession.outbox')}</a>
          </p>
        </Notice>
      )}
      <ButtonLink href={joinPath} icon="arrow-left">
        {t('accession.back-to-join')}
      </ButtonLink>
    </PageBody>
  </>
)
