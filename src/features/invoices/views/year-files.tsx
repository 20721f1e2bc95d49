// The files for bookkeeping: of the year's fees, which later credit notes may still change; and of the days in it, which stand.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import type { FilesBy } from '../inputs.ts'
import { archivePath, journalPath, yearPath } from '../paths.ts'
import type { BookFiles } from '../store-entries.ts'

/** Both groups of links read alike: which year is meant is said to whoever hears them alone. */
const Links = ({ t, year, by }: { readonly t: Translate; readonly year: number; readonly by: FilesBy }) => {
  const title = t(`invoices.files-${by}`, { year: String(year) })
  return (
    <>
      <h3>{title}</h3>
      <p>{t(`invoices.files-${by}-text`, { year: String(year) })}</p>
      <ButtonRow>
        <ButtonLink
          href={journalPath(year, by)}
          icon="download"
          tone="quiet"
          label={`${t('invoices.journal')}, ${title}`}
        >
          {t('invoices.journal')}
        </ButtonLink>
        <ButtonLink href={archivePath(year, by)} icon="download" tone="quiet" label={`${t('invoices.zip')}, ${title}`}>
          {t('invoices.zip')}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

export const YearFiles = ({ t, year, files }: { t: Translate; year: number; files: BookFiles }) =>
  files.ofFees + files.dated === 0 ? null : (
    <Section title={t('invoices.files-title')}>
      <Stack>
        {files.ofFees > 0 && <Links t={t} year={year} by="fee" />}
        {files.lastYear !== null && (
          <Notice>
            {t('invoices.files-late', { count: files.late, year: String(year) })}{' '}
            <a href={yearPath(files.lastYear)}>{t('invoices.year-title', { year: String(files.lastYear) })}</a>
          </Notice>
        )}
        {files.dated > 0 && <Links t={t} year={year} by="date" />}
      </Stack>
    </Section>
  )
