// The form of an entry, new or changed: what its kind needs, the evidence, a remark.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Gain, GainKind } from '../gain.ts'
import { gainPath, gainsOf, gainsPath } from '../paths.ts'
import type { GainPlace } from '../store.ts'
import { fieldLabel } from '../words.ts'
import { GainFacts } from './gain-facts.tsx'
import { KindFields } from './kind-fields.tsx'
import { Proof } from './proof.tsx'

export interface GainFormProps {
  readonly t: Translate
  readonly title: string
  readonly place: GainPlace
  readonly kind: GainKind
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** What is changed; undefined for a new entry. */
  readonly gain?: Gain | undefined
  /** Somebody was faster: the entry as it stands now is shown above the form. */
  readonly faster?: boolean | undefined
  /** Goes with the form, so that a double click makes one entry. */
  readonly once: string
  /** Of the largest document. */
  readonly size: { readonly bytes: number; readonly megabytes: number }
}

const What = ({ t, kind, typed, issues }: GainFormProps) => (
  <>
    <TextField
      t={t}
      issues={issues}
      name="title"
      label={t(`gains.title-${kind}`)}
      hint={kind === 'partner' ? t('gains.hint-partner') : undefined}
      value={typed['title']}
      maxlength={200}
      required
    />
    <DateField
      t={t}
      issues={issues}
      name="onDay"
      label={t(`gains.day-${kind}`)}
      hint={t('gains.hint-day')}
      value={typed['onDay']}
      required
    />
  </>
)

const Note = ({ t, kind, typed, issues }: GainFormProps) => (
  <TextArea
    t={t}
    issues={issues}
    name="note"
    label={fieldLabel(t, kind === 'partner' ? 'purpose' : 'note')}
    value={typed['note']}
    rows={3}
    maxlength={1000}
    required={kind === 'partner'}
  />
)

const hiddenOf = ({ t, place, kind, gain, once, typed }: GainFormProps): Record<string, string | number> =>
  gain === undefined
    ? { organisation: place.slug, kind, lang: t.lang, once }
    : { version: typeof typed['version'] === 'string' ? typed['version'] : gain.version }

const HoldsNow = ({ t, gain, faster }: GainFormProps) =>
  gain && faster ? (
    <Section title={t('gains.holds-now')} level={3}>
      <p lang={gain.lang === t.lang ? undefined : gain.lang}>{gain.title}</p>
      <GainFacts t={t} gain={gain} />
    </Section>
  ) : null

export const GainForm = (props: GainFormProps) => {
  const { t, title, place, gain, issues } = props
  const back = gain === undefined ? gainsOf(place.slug) : gainPath(gain.id)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={place.name} title={title} lead={t('gains.who-sees')} />
      <PageBody>
        <HoldsNow {...props} />
        <Form t={t} action={gain === undefined ? gainsPath : gainPath(gain.id)} hidden={hiddenOf(props)} multipart>
          <What {...props} />
          <KindFields {...props} />
          <Note {...props} />
          <Proof {...props} />
          <ButtonRow>
            <Button tone="primary">{t('gains.save')}</Button>
            <ButtonLink href={back}>{t('gains.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
