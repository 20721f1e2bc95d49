// Asked once for each kind of table: which column holds what.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { columnsPath } from '../paths.ts'
import { ConfirmAccounts } from './words.tsx'

export interface ColumnsPageProps {
  readonly t: Translate
  readonly file: { readonly id: number; readonly name: string }
  readonly head: readonly string[]
  /** The first rows, so that one sees what one chooses. */
  readonly rows: readonly (readonly string[])[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const needed = ['date', 'amount', 'name', 'text'] as const
const further = [
  'text2',
  'text3',
  'valued',
  'debit',
  'credit',
  'sign',
  'currency',
  'iban',
  'reference',
  'number',
  'returned',
  'account',
] as const

const Fields = ({ t, head, typed, issues, names }: ColumnsPageProps & { readonly names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <SelectField
        t={t}
        name={name}
        label={t(`payments.csv-${name}`)}
        value={typed[name]}
        issues={issues}
        required={name === 'date' || name === 'amount'}
        empty={t('payments.csv-none')}
        options={head.map((label, place) => ({
          value: String(place),
          label: label || t('payments.csv-column', { number: place + 1 }),
        }))}
      />
    ))}
  </>
)

export const ColumnsPage = (props: ColumnsPageProps) => {
  const { t, file, head, rows, typed, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={file.name} title={t('payments.columns-title')} lead={t('payments.columns-lead')} />
      <PageBody>
        <Section title={t('payments.columns-sample')}>
          <DataTable
            t={t}
            caption={t('payments.columns-sample')}
            hideCaption
            columns={head.map((label, place) => ({ label: label || t('payments.csv-column', { number: place + 1 }) }))}
            rows={rows.map((row) => head.map((_, place) => row[place] ?? ''))}
          />
        </Section>
        <Form t={t} action={columnsPath(file.id)} label={t('payments.columns-title')}>
          <FieldSet legend={t('payments.columns-needed')}>
            <Fields {...props} names={needed} />
          </FieldSet>
          <FieldSet legend={t('payments.columns-further')}>
            <Fields {...props} names={further} />
          </FieldSet>
          <ConfirmAccounts t={t} typed={typed} issues={issues} />
          <ButtonRow>
            <Button tone="primary">{t('payments.read')}</Button>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
