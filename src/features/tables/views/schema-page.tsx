// What each column means, in the reader's language.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { type Column, columns } from '../columns.ts'
import { jsonSchemaPath } from '../paths.ts'

const allowedIn = (t: Translate, { allowed }: Column): string =>
  allowed[0] === 'text' ? t('tables.allowed-text', { maximum: allowed[1] }) : t(`tables.allowed-${allowed[0]}`)

const Example = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <code lang="en" translate="no">
      {text}
    </code>
  )

export const SchemaPage = ({ t }: { readonly t: Translate }) => (
  <>
    <PageTitle t={t} title={t('tables.schema-title')} lead={t('tables.schema-lead')} />
    <PageBody>
      <DataTable
        t={t}
        caption={t('tables.schema-title')}
        hideCaption
        columns={['tables.column', 'tables.meaning', 'tables.allowed', 'tables.example'].map((key) => ({
          label: t(key),
        }))}
        rows={columns.map((column) => [
          <code>{column.name}</code>,
          <>
            <strong>{t(column.label)}</strong> – {t(column.about)}
          </>,
          allowedIn(t, column),
          <Example text={column.example} />,
        ])}
      />
      <Section title={t('tables.machines-title')}>
        <p>{t('tables.machines-text')}</p>
        <ButtonRow>
          <ButtonLink href={jsonSchemaPath} icon="file-text">
            {t('tables.json-schema')}
          </ButtonLink>
        </ButtonRow>
      </Section>
    </PageBody>
  </>
)
