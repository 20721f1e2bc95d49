// When no mail comes, when the digest does, and whether only one's own city counts.
import type { Translate } from '#kernel/locale.ts'
import { zones } from '#kernel/zones.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { timesPath } from '../paths.ts'
import type { SettingsPageProps } from './settings-page.tsx'

type Props = Pick<SettingsPageProps, 't' | 'typed' | 'issues' | 'setting' | 'zone'>

/** A Monday, whose week names the days. */
const monday = Date.UTC(2024, 0, 1)
const weekdayName = (lang: string, number: number): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(monday + (number - 1) * 86_400_000),
  )

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))
const weekdays = (t: Translate) =>
  [1, 2, 3, 4, 5, 6, 7].map((number) => ({ value: String(number), label: weekdayName(t.lang, number) }))

/** A box that was left empty in what was typed is no box that nobody touched. */
const isChecked = (typed: Props['typed'], name: string, chosen: boolean): boolean =>
  Object.keys(typed).length === 0 ? chosen : typed[name] === 'yes'

const Quiet = ({ t, typed, issues, setting, zone }: Props) => (
  <FieldSet legend={t('notices.quiet')}>
    <TextField
      t={t}
      name="quietFrom"
      label={t('notices.field-quiet-from')}
      hint={t('notices.hint-quiet')}
      value={typed['quietFrom'] ?? setting.quietFrom ?? ''}
      issues={issues}
      width="short"
      placeholder="20:00"
    />
    <TextField
      t={t}
      name="quietTo"
      label={t('notices.field-quiet-to')}
      value={typed['quietTo'] ?? setting.quietTo ?? ''}
      issues={issues}
      width="short"
      placeholder="07:00"
    />
    <SelectField
      t={t}
      name="timeZone"
      label={t('notices.field-zone')}
      value={typed['timeZone'] ?? setting.timeZone ?? ''}
      issues={issues}
      empty={t('notices.zone-of-city', { zone })}
      options={zones.map((value) => ({ value, label: value }))}
    />
    <CheckField
      t={t}
      name="holidays"
      label={t('notices.field-holidays')}
      checked={isChecked(typed, 'holidays', setting.holidays)}
    />
  </FieldSet>
)

const Digest = ({ t, typed, issues, setting }: Props) => (
  <FieldSet legend={t('notices.digest')}>
    <SelectField
      t={t}
      name="digestHour"
      label={t('notices.field-hour')}
      value={typed['digestHour'] ?? String(setting.digestHour)}
      issues={issues}
      options={hours}
      required
    />
    <SelectField
      t={t}
      name="digestWeekday"
      label={t('notices.field-weekday')}
      value={typed['digestWeekday'] ?? String(setting.digestWeekday)}
      issues={issues}
      options={weekdays(t)}
      required
    />
  </FieldSet>
)

export const TimesForm = (props: Props) => {
  const { t, typed, setting } = props
  return (
    <Section title={t('notices.times')} id="times">
      <Form t={t} action={timesPath} label={t('notices.times')}>
        <Quiet {...props} />
        <Digest {...props} />
        <CheckField
          t={t}
          name="onlyMyCity"
          label={t('notices.field-only-my-city')}
          hint={t('notices.hint-only-my-city')}
          checked={isChecked(typed, 'onlyMyCity', setting.onlyMyCity)}
        />
        <ButtonRow>
          <Button>{t('notices.keep-times')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
