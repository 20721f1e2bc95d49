// On the page of a city, for its office and its coordinator: its path to membership.
import type { MemberPart } from '#platform/page-parts.ts'
import { Panel } from '#ui/page/page.tsx'
import { filePath } from './paths.ts'
import { findAccessionOf } from './store.ts'

export const filePart: MemberPart = {
  name: 'accession.file',
  position: 60,
  draw: async ({ var: { t, db } }, organisationId) => {
    const file = await findAccessionOf(db, organisationId)
    return file === undefined ? undefined : (
      <Panel title={t('accession.file')}>
        <a href={filePath(file.id, undefined)}>{t('accession.file-of')}</a>
      </Panel>
    )
  },
}
