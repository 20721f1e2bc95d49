// The office's place for payments: bring a statement, see those that were brought, and what waits.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { mostBytes } from '../bank-statement.ts'
import { columnsPath, entriesPath, filePath, openItemsPath, statementsPath } from '../paths.ts'
import type { FileLine } from '../store-statements.ts'
import { ConfirmAccounts, OfficeLinks } from './words.tsx'

export interface OfficePageProps {
  readonly t: Translate
  readonly files: readonly FileLine[]
  readonly openEntries: number
  readonly openCents: number
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Upload = ({ t, typed, issues }: OfficePageProps) => (
  <Section title={t('payments.bring')}>
    <Form t={t} action={statementsPath} label={t('payments.bring')} multipart>
      <FileField
        t={t}
        name="file"
        label={t('payments.field-file')}
        hint={t('payments.hint-file')}
        accept=".xml,.csv,.txt,text/csv,application/xml,text/xml"
        maximumBytes={mostBytes}
        issues={issues}
        required
      />
      <ConfirmAccounts t={t} typed={typed} issues={issues} />
      <ButtonRow>
        <Button tone="primary" icon="upload">
          {t('payments.read')}
        </Button>
      </ButtonRow>
    </Form>
  </Section>
)

const stateOf = (t: Translate, { waits, open }: FileLine) =>
  waits ? (
    <StateMark label={t('payments.file-waits')} tone="danger" />
  ) : open > 0 ? (
    <StateMark label={t('payments.file-open', { count: open })} tone="new" />
  ) : (
    <StateMark label={t('payments.file-done')} tone="done" />
  )

const Files = ({ t, files }: OfficePageProps) => (
  <DataTable
    t={t}
    caption={t('payments.statements')}
    hideCaption
    columns={[
      { label: t('payments.column-file') },
      { label: t('payments.column-brought') },
      { label: t('payments.column-entries'), numeric: true },
      { label: t('payments.column-state') },
    ]}
    rows={files.map((file) => [
      <a href={file.waits ? columnsPath(file.id) : filePath(file.id)}>{file.name}</a>,
      formatMoment(t.lang, file.broughtAt),
      file.entries,
      stateOf(t, file),
    ])}
  />
)

export const OfficePage = (props: OfficePageProps) => {
  const { t, files, issues, openEntries, openCents } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('payments.title')} lead={t('payments.lead')} />
      <Stack>
        <OfficeLinks t={t} here="statements" />
        <StatFigures
          t={t}
          figures={[
            { value: openEntries, label: t('payments.figure-entries', { count: openEntries }), href: entriesPath() },
            { value: formatMoney(t.lang, openCents), label: t('payments.figure-open'), href: openItemsPath },
          ]}
        />
        <PageBody aside={<Upload {...props} />}>
          <Section title={t('payments.statements')}>
            {files.length === 0 ? (
              <EmptyState icon="table" title={t('payments.no-statements')} text={t('payments.no-statements-text')} />
            ) : (
              <Files {...props} />
            )}
          </Section>
        </PageBody>
      </Stack>
    </>
  )
}
