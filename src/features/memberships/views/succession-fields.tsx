// The fields of a merger and of a split.
import { CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { ActPageProps } from './act-page.tsx'

/** The first day of what is new. */
export const FirstDay = ({ t, typed, issues }: ActPageProps) => (
  <DateField
    t={t}
    name="on_day"
    label={t('memberships.field-on-day')}
    value={typed['on_day']}
    issues={issues}
    required
  />
)

const Decision = ({ t, typed, issues }: ActPageProps) => (
  <TextField
    t={t}
    name="decision"
    label={t('memberships.field-decision')}
    hint={t('memberships.hint-decision')}
    value={typed['decision']}
    issues={issues}
    maxlength={500}
    width="full"
    required
  />
)

export const MergerFields = (props: ActPageProps) => {
  const { t, typed, issues, subject, neighbours } = props
  const named = neighbours.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <CheckList
        t={t}
        name="others[]"
        label={t('memberships.field-others')}
        values={typed['others']}
        issues={issues}
        choices={named.filter(({ value }) => value !== subject.slug)}
        columns
        required
      />
      <SelectField
        t={t}
        name="into"
        label={t('memberships.field-into')}
        value={typed['into']}
        issues={issues}
        empty={t('memberships.into-new')}
        options={named}
      />
      <TextField
        t={t}
        name="name"
        label={t('memberships.field-new-name')}
        hint={t('memberships.hint-new-name')}
        value={typed['name']}
        issues={issues}
        maxlength={120}
        needed={t('memberships.needed-new')}
      />
      <FirstDay {...props} />
      <Decision {...props} />
    </>
  )
}

export const SplitFields = (props: ActPageProps) => {
  const { t, typed, issues, subject } = props
  return (
    <>
      <TextArea
        t={t}
        name="names"
        label={t('memberships.field-names')}
        hint={t('memberships.hint-names')}
        value={typed['names']}
        issues={issues}
        rows={3}
        required
      />
      <ChoiceField
        t={t}
        name="goes_on"
        label={t('memberships.field-goes-on', { name: subject.name })}
        value={typed['goes_on']}
        issues={issues}
        choices={['yes', 'no'].map((value) => ({ value, label: t(`memberships.goes-on-${value}`) }))}
        required
      />
      <FirstDay {...props} />
      <Decision {...props} />
    </>
  )
}
