// The way out: which practices, as which file; and the door to the way in.
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { type ActiveFilter, ActiveFilters } from '#ui/facets/facets.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { exportPath, filePath, formats, importPath, schemaPath } from '../paths.ts'
import { mayImport } from '../permissions.ts'

export interface ExportPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  /** The filters of the list that came along. */
  readonly filters: readonly ActiveFilter[]
  readonly pairs: readonly (readonly [string, string])[]
}

const ExportForm = ({ t, viewer, pairs }: Omit<ExportPageProps, 'filters'>) => (
  <Form t={t} method="get" action={filePath('xlsx')} label={t('tables.export-title')}>
    {pairs.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {mayImport(viewer) && <CheckField t={t} name="drafts" label={t('tables.with-drafts')} required />}
    <ButtonRow>
      {formats.map((format) => (
        <Button formaction={filePath(format)} icon="download">
          {t(`tables.as-${format}`)}
        </Button>
      ))}
    </ButtonRow>
  </Form>
)

const ImportEntry = ({ t }: { readonly t: Translate }) => (
  <Section title={t('tables.import-title')} id="import">
    <Stack>
      <p>{t('tables.import-short')}</p>
      <ButtonLink href={importPath} icon="upload">
        {t('tables.import-begin')}
      </ButtonLink>
    </Stack>
  </Section>
)

export const ExportPage = ({ t, viewer, filters, pairs }: ExportPageProps) => (
  <>
    <PageTitle t={t} title={t('tables.title')} lead={t('tables.lead')} />
    <PageBody>
      <Section title={t('tables.export-title')} id="export">
        <Stack>
          <p>{t(filters.length === 0 ? 'tables.export-all' : 'tables.export-narrowed')}</p>
          <ActiveFilters t={t} filters={filters} clearHref={exportPath} />
          <ExportForm t={t} viewer={viewer} pairs={pairs} />
          <p>
            {t('tables.export-left-out')} <a href={schemaPath}>{t('tables.schema-link')}</a>
          </p>
        </Stack>
      </Section>
      {mayImport(viewer) && <ImportEntry t={t} />}
    </PageBody>
  </>
)
