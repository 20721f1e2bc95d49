// The enquiry: one form for anybody, with what an office needs to answer.
import { languageChoices, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { memberKinds } from '../accession.ts'
import { countryChoices } from '../countries.ts'
import { joinPath } from '../paths.ts'
import type { RegisteredOrganisation } from '../store-enquiry.ts'

export interface EnquiryFormProps {
  readonly t: Translate
  readonly registered: readonly RegisteredOrganisation[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Who = ({ t, registered, typed, issues }: EnquiryFormProps) => {
  const choices = memberKinds.map((value) => ({ value, label: t(`accession.kind-${value}`) }))
  const known = registered.map(({ id, name }) => ({ value: String(id), label: name }))
  const common = { t, issues }
  return (
    <FieldSet legend={t('accession.who')}>
      <ChoiceField
        {...common}
        name="kind"
        label={t('accession.field-kind')}
        value={typed['kind'] ?? 'municipality'}
        choices={choices}
        required
      />
      <TextField
        {...common}
        name="name"
        label={t('accession.field-name')}
        value={typed['name']}
        maxlength={200}
        required
      />
      <SelectField
        {...common}
        name="country"
        label={t('accession.field-country')}
        value={typed['country']}
        options={countryChoices(t.lang)}
        empty={t('accession.choose')}
        required
      />
      {known.length > 0 && (
        <SelectField
          {...common}
          name="registered"
          label={t('accession.field-registered')}
          hint={t('accession.hint-registered')}
          value={typed['registered']}
          options={known}
          empty={t('accession.not-registered')}
        />
      )}
      <TextField
        {...common}
        name="population"
        label={t('accession.field-population')}
        value={typed['population']}
        inputmode="numeric"
        width="short"
        required
      />
      <TextField
        {...common}
        name="populationYear"
        label={t('accession.field-year')}
        value={typed['populationYear']}
        inputmode="numeric"
        width="short"
        required
      />
      <TextField
        {...common}
        name="populationSource"
        label={t('accession.field-source')}
        hint={t('accession.hint-source')}
        value={typed['populationSource']}
        required
      />
    </FieldSet>
  )
}

const Contact = ({ t, typed, issues }: EnquiryFormProps) => {
  const common = { t, issues }
  return (
    <FieldSet legend={t('accession.contact')}>
      <TextField
        {...common}
        name="contactName"
        label={t('accession.field-contact')}
        value={typed['contactName']}
        autocomplete="name"
        maxlength={120}
        required
      />
      <TextField
        {...common}
        name="contactEmail"
        label={t('accession.field-email')}
        hint={t('accession.hint-email')}
        value={typed['contactEmail']}
        type="email"
        autocomplete="email"
        required
      />
      <SelectField
        {...common}
        name="lang"
        label={t('accession.field-language')}
        value={typed['lang'] ?? t.lang}
        options={languageChoices(t.lang, languages)}
        required
      />
      <TextArea
        {...common}
        name="message"
        label={t('accession.field-message')}
        value={typed['message']}
        rows={4}
        maxlength={2000}
      />
    </FieldSet>
  )
}

export const EnquiryForm = (props: EnquiryFormProps) => {
  const { t } = props
  return (
    <Form t={t} action={joinPath} label={t('accession.enquire')}>
      <Who {...props} />
      <Contact {...props} />
      <p>{t('accession.enquire-note')}</p>
      <Button tone="primary" icon="send">
        {t('accession.send-enquiry')}
      </Button>
    </Form>
  )
}
