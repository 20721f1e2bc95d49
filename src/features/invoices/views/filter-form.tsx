// Narrowing a list by words and a few choices, in one GET form that works without script.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { SelectField, type SelectOption } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'

export interface Choosing {
  readonly name: string
  readonly label: string
  readonly value: string | number | undefined
  readonly options: readonly SelectOption[]
}

export interface FilterFormProps {
  readonly t: Translate
  readonly action: string
  readonly words: string
  readonly wordsLabel: string
  readonly choices: readonly Choosing[]
}

export const FilterForm = ({ t, action, words, wordsLabel, choices }: FilterFormProps) => (
  <Form t={t} method="get" action={action} label={t('invoices.narrow')}>
    <div class="invoice-filter">
      <TextField
        t={t}
        name="q"
        id="narrow-words"
        type="search"
        label={wordsLabel}
        value={words}
        maxlength={200}
        needed=""
      />
      {choices.map(({ name, label, value, options }) => (
        <SelectField
          t={t}
          name={name}
          label={label}
          value={value}
          options={options}
          empty={t('invoices.all')}
          needed=""
        />
      ))}
    </div>
    <Button icon="filter">{t('invoices.show')}</Button>
  </Form>
)
