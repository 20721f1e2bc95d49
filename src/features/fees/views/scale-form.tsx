// The table in which a draft is edited; rows come and go by buttons of the form, so that nothing typed is lost.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { firstYears, memberKinds } from '../fee.ts'
import { scalePath } from '../paths.ts'
import { shareName } from '../read-table.ts'
import type { Scale } from '../scale.ts'
import type { ForumName } from '../store-writing.ts'
import { KindRows } from './scale-rows.tsx'
import { IllustrativeNotice } from './scale-tables.tsx'

export interface ScaleFormProps {
  readonly t: Translate
  readonly scale: Scale
  readonly title: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Somebody has just sent it and it was refused; otherwise the faults of a saved draft. */
  readonly refused: boolean
  /** To whom a part may be passed on; none for a forum's scale. */
  readonly forums: readonly ForumName[]
}

const FirstYear = ({ t, typed }: ScaleFormProps) => (
  <ChoiceField
    t={t}
    name="firstYear"
    label={t('fees.first-year')}
    value={typed['firstYear']}
    choices={firstYears.map((value) => ({ value, label: t(`fees.first-year-${value}`) }))}
    required
  />
)

const ShareFields = ({ t, typed, issues, forums }: ScaleFormProps) =>
  forums.length === 0 ? null : (
    <Section title={t('fees.shares')}>
      <p>{t('fees.shares-hint')}</p>
      {forums.map(({ id, name }) => (
        <TextField
          t={t}
          name={shareName(id)}
          label={t('fees.share-for', { forum: name })}
          value={typed[shareName(id)]}
          issues={issues}
          inputmode="decimal"
          width="short"
          autocomplete="off"
        />
      ))}
    </Section>
  )

export const ScaleForm = (props: ScaleFormProps) => {
  const { t, scale, title, typed, issues, refused } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} takesFocus={refused} />
      <PageTitle t={t} title={title} lead={t('fees.edit-lead')} />
      <PageBody>
        {scale.illustrative && <IllustrativeNotice t={t} />}
        <Form t={t} action={scalePath(scale.id)} hidden={{ revision: String(typed['revision'] ?? '') }}>
          {/* Enter in a field presses the first button of a form: that is saving, not removing a row. */}
          <button class="visually-hidden" type="submit" name="act" value="save" tabindex={-1}>
            {t('fees.save')}
          </button>
          {memberKinds.map((kind) => (
            <KindRows {...props} kind={kind} />
          ))}
          <FirstYear {...props} />
          <ShareFields {...props} />
          <ButtonRow>
            <Button name="act" value="save" tone="primary">
              {t('fees.save')}
            </Button>
            <ButtonLink href={scalePath(scale.id)} tone="quiet">
              {t('fees.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
