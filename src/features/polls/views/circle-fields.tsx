// Who reads the poll, which cities are asked, and until when.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { CheckField, CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { Stack } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { sizeClasses } from '../../members/public.ts'
import { reminders } from '../poll.ts'

export interface CircleFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly audiences: readonly Audience[]
  /** In which there are members. */
  readonly countries: readonly string[]
}

const valuesOf = (value: Typed[string] | undefined): readonly string[] => [value ?? []].flat()

const WhoReads = ({ t, typed, issues, audiences }: CircleFieldsProps) => (
  <ChoiceField
    t={t}
    name="audience"
    label={t('polls.field-audience')}
    value={typed['audience']}
    issues={issues}
    choices={audiences.map(({ id, kind, name }) => ({
      value: String(id),
      label: <TlpLabel t={t} label={tlpLabel(kind)} audienceName={name} />,
      hint: t(`discussion.who-${kind}`, { name: name ?? '' }),
    }))}
    required
  />
)

const Narrowing = ({ t, typed, issues, countries }: CircleFieldsProps) => {
  const [chosen, sizes] = [valuesOf(typed['countries']), valuesOf(typed['sizes'])]
  return (
    <details class="poll-more" open={chosen.length + sizes.length > 0}>
      <summary>{t('polls.narrow')}</summary>
      <Stack>
        <CheckList
          t={t}
          name="sizes[]"
          label={t('polls.field-sizes')}
          hint={t('polls.hint-sizes')}
          values={sizes}
          issues={issues}
          choices={sizeClasses.map(({ key }) => ({ value: key, label: t(`members.size-${key}`) }))}
        />
        <CheckList
          t={t}
          name="countries[]"
          label={t('polls.field-countries')}
          values={chosen}
          issues={issues}
          choices={countries.map((code) => ({ value: code, label: countryName(t.lang, code) }))}
          columns
        />
      </Stack>
    </details>
  )
}

const UntilWhen = ({ t, typed, issues }: CircleFieldsProps) => (
  <>
    <DateField
      t={t}
      name="endsOn"
      label={t('polls.field-ends-on')}
      hint={t('polls.hint-ends-on')}
      value={typed['endsOn']}
      issues={issues}
      required
    />
    <SelectField
      t={t}
      name="remind"
      label={t('polls.field-remind')}
      hint={t('polls.hint-remind')}
      value={typed['remind']}
      issues={issues}
      options={reminders.map((value) => ({ value, label: t(`polls.remind-${value}`) }))}
      required
    />
    <CheckField
      t={t}
      name="opens"
      label={t('polls.field-opens')}
      hint={t('polls.hint-opens')}
      checked={typed['opens'] === 'yes'}
      issues={issues}
    />
  </>
)

export const CircleFields = (props: CircleFieldsProps) => (
  <>
    <FieldSet legend={props.t('polls.legend-who')}>
      <WhoReads {...props} />
      <Narrowing {...props} />
    </FieldSet>
    <FieldSet legend={props.t('polls.legend-when')}>
      <UntilWhen {...props} />
    </FieldSet>
  </>
)
