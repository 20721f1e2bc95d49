// The enquiry: one form for anybody, with what an office needs to answer.
import { languageChoices, languages } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { memberKinds } from '../accession.ts'
import { joinPath } from '../paths.ts'
import { Country, Registered } from './enquiry-choices.tsx'
import { type FormState, LineField } from './line-field.tsx'

export type EnquiryFormProps = Parameters<typeof Registered>[0]

const Who = (props: EnquiryFormProps) => {
  const { t, typed, issues } = props
  const kinds = memberKinds.map((value) => ({ value, label: t(`accession.kind-${value}`) }))
  const kind = typed['kind'] ?? 'municipality'
  return (
    <FieldSet legend={t('accession.who')}>
      <ChoiceField
        t={t}
        issues={issues}
        name="kind"
        label={t('accession.field-kind')}
        value={kind}
        choices={kinds}
        required
      />
      <LineField form={props} name="name" label="field-name" maxlength={200} required />
      <Country {...props} />
      <Registered {...props} />
      <LineField form={props} name="population" label="field-population" figure required />
      <LineField form={props} name="populationYear" label="field-year" figure required />
      <LineField
        form={props}
        name="populationSource"
        label="field-source"
        hint="hint-source"
        maxlength={200}
        required
      />
    </FieldSet>
  )
}

const Contact = (props: FormState) => {
  const { t, typed, issues } = props
  const common = { t, issues }
  const tongues = languageChoices(t.lang, languages)
  const lang = typed['lang'] ?? t.lang
  const message = { name: 'message', label: t('accession.field-message'), value: typed['message'] }
  return (
    <FieldSet legend={t('accession.contact')}>
      <LineField form={props} name="contactName" label="field-contact" autocomplete="name" maxlength={120} required />
      <LineField
        form={props}
        name="contactEmail"
        label="field-email"
        hint="hint-email"
        type="email"
        autocomplete="email"
        required
      />
      <SelectField
        {...common}
        name="lang"
        label={t('accession.field-language')}
        value={lang}
        options={tongues}
        required
      />
      <TextArea {...common} {...message} rows={4} maxlength={2000} />
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
