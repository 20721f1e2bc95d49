// One's own profile: every part with the choice of who may see it right below.
import { languageName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { conceptLabel, topConcepts } from '#thesaurus/vocabulary.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { ownProfilePath, personPath } from '../paths.ts'
import { consents } from '../profile.ts'

export interface ProfileFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Codes to choose from, in the order of the reader's words. */
  readonly languages: readonly string[]
  readonly email: string
  readonly slug: string
}

const listOf = (value: Typed[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

const ConsentField = ({ t, typed, issues, name }: ProfileFormProps & { name: string }) => (
  <SelectField
    t={t}
    name={name}
    label={t('people.who-sees')}
    value={typed[name]}
    issues={issues}
    required
    options={consents.map((value) => ({ value, label: t(`people.consent-${value}`) }))}
  />
)

const WorkFields = (props: ProfileFormProps) => {
  const { t, typed, issues, languages } = props
  return (
    <FieldSet legend={t('people.form-work')}>
      <TextField
        t={t}
        name="name"
        label={t('people.name')}
        value={typed.name}
        issues={issues}
        required
        autocomplete="name"
      />
      <SelectField
        t={t}
        name="textLang"
        label={t('people.text-lang')}
        value={typed.textLang}
        issues={issues}
        required
        options={languages.map((value) => ({ value, label: languageName(t.lang, value) }))}
      />
      <TextField
        t={t}
        name="functionTitle"
        label={t('people.function')}
        value={typed.functionTitle}
        issues={issues}
        maxlength={120}
      />
      <TextField
        t={t}
        name="functionEn"
        label={t('people.function-en')}
        value={typed.functionEn}
        issues={issues}
        maxlength={120}
        lang="en"
      />
      <ConsentField {...props} name="consentFunction" />
    </FieldSet>
  )
}

const ExchangeFields = (props: ProfileFormProps) => {
  const { t, typed, issues, languages } = props
  const concepts = [...new Set([...topConcepts(), ...listOf(typed.concepts)])]
  return (
    <FieldSet legend={t('people.form-exchange')}>
      <TextArea
        t={t}
        name="askMeAbout"
        label={t('people.ask-me-about')}
        hint={t('people.ask-me-about-hint')}
        value={typed.askMeAbout}
        issues={issues}
        rows={3}
      />
      <ConsentField {...props} name="consentAskMeAbout" />
      <CheckList
        t={t}
        name="concepts[]"
        label={t('people.concepts')}
        values={listOf(typed.concepts)}
        issues={issues}
        columns
        choices={concepts.map((value) => ({ value, label: conceptLabel(value, t.lang) }))}
      />
      <ConsentField {...props} name="consentConcepts" />
      <CheckList
        t={t}
        name="languages[]"
        label={t('people.languages')}
        values={listOf(typed.languages)}
        issues={issues}
        columns
        choices={languages.map((value) => ({ value, label: languageName(t.lang, value) }))}
      />
      <ConsentField {...props} name="consentLanguages" />
    </FieldSet>
  )
}

const ReachFields = (props: ProfileFormProps) => {
  const { t, typed, issues, email } = props
  return (
    <FieldSet legend={t('people.reach')}>
      <p>{t('people.email-is', { email })}</p>
      <ConsentField {...props} name="consentEmail" />
      <TextField
        t={t}
        name="phone"
        type="tel"
        label={t('people.phone')}
        value={typed.phone}
        issues={issues}
        autocomplete="tel"
        width="medium"
      />
      <ConsentField {...props} name="consentPhone" />
    </FieldSet>
  )
}

export const ProfileForm = (props: ProfileFormProps) => {
  const { t, issues, slug } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('people.own')} lead={t('people.own-lead')} />
      <PageBody>
        <Form t={t} action={ownProfilePath}>
          <WorkFields {...props} />
          <ExchangeFields {...props} />
          <ReachFields {...props} />
          <ButtonRow>
            <Button tone="primary">{t('people.save')}</Button>
            <ButtonLink href={personPath(slug)} tone="quiet">
              {t('people.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
