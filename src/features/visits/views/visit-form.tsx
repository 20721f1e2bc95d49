// The form in which a visit is offered or requested, and changed.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { ConceptFields } from '../../practices/public.tsx'
import type { Direction } from '../study-visit.ts'

export interface VisitFormProps {
  readonly t: Translate
  readonly direction: Direction
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly title: string
  /** Undefined: who sees it is settled. */
  readonly audiences: readonly Audience[] | undefined
  readonly action: string
  readonly back: string
  readonly hidden: Readonly<Record<string, string | number>>
}

const Words = ({ t, direction, typed, issues }: VisitFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'title', label: t(`visits.field-title-${direction}`), value: typed['title'] }}
      maxlength={200}
      required
    />
    <RichTextArea
      {...{ t, issues, name: 'text', label: t(`visits.field-text-${direction}`), value: typed['text'] }}
      rows={8}
      maxlength={20_000}
      required
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('visits.field-lang'), value: typed['lang'] }}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
  </>
)

const Circumstances = ({ t, direction, typed, issues }: VisitFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'place', label: t(`visits.field-place-${direction}`), value: typed['place'] }}
      maxlength={200}
    />
    <DateField
      {...{ t, issues, name: 'firstDay', label: t('visits.field-first-day'), value: typed['firstDay'] }}
      hint={t('visits.hint-days')}
    />
    <DateField {...{ t, issues, name: 'lastDay', label: t('visits.field-last-day'), value: typed['lastDay'] }} />
    <TextField
      {...{ t, issues, name: 'people', label: t(`visits.field-people-${direction}`), value: typed['people'] }}
      inputmode="numeric"
      width="short"
      required
    />
    <CheckList
      {...{ t, issues, name: 'languages[]', label: t('visits.field-languages'), values: typed['languages'] ?? [] }}
      choices={languageChoices(t.lang, textLanguages)}
      columns
      required
    />
    <ConceptFields t={t} typed={typed} issues={issues} proposed={[]} />
  </>
)

const WhoCanSee = ({ t, typed, issues, audiences = [] }: VisitFormProps) => (
  <ChoiceField
    {...{ t, issues, name: 'audience', label: t('visits.field-audience'), value: typed['audience'] }}
    choices={audiences.map(({ id, kind, name }) => ({
      value: String(id),
      label: <TlpLabel t={t} label={tlpLabel(kind)} audienceName={name} />,
      hint: t(`discussion.who-${kind}`, { name: name ?? '' }),
    }))}
    required
  />
)

export const VisitForm = (props: VisitFormProps) => {
  const { t, direction, issues, title, audiences, action, back, hidden } = props
  const fresh = audiences !== undefined
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} lead={t(fresh ? `visits.lead-${direction}` : 'visits.lead-change')} />
      <PageBody>
        <Form t={t} action={action} hidden={hidden} label={title}>
          <Words {...props} />
          <Circumstances {...props} />
          {fresh && <WhoCanSee {...props} />}
          <ButtonRow>
            <Button tone="primary" icon={fresh ? 'send' : undefined}>
              {t(fresh ? 'visits.publish' : 'visits.save')}
            </Button>
            <ButtonLink href={back}>{t('visits.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
