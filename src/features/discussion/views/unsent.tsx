// The words of somebody whose thread or room was closed while they wrote, to take along.
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'

export const Unsent = ({ t, text }: { readonly t: Translate; readonly text: string }) => (
  <>
    <PageTitle t={t} title={t('discussion.unsent')} lead={t('discussion.unsent-lead')} />
    <PageBody>
      <TextArea t={t} name="text" label={t('discussion.unsent-field')} value={text} rows={10} required />
    </PageBody>
  </>
)
