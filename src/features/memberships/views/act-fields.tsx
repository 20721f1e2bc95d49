// The fields of each act.
import type { Child } from 'hono/jsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { ActName } from '../paths.ts'
import type { ActPageProps } from './act-page.tsx'
import { FigureOrigin } from './figure-origin.tsx'
import { RenamingFields } from './renaming-fields.tsx'
import { MergerFields, SplitFields } from './succession-fields.tsx'

const WhichMembership = ({ t, typed, issues, choices }: ActPageProps) => (
  <ChoiceField
    t={t}
    name="membership"
    label={t('memberships.field-membership')}
    value={typed['membership']}
    issues={issues}
    choices={choices}
    required
  />
)

const Resignation = (props: ActPageProps) => {
  const { t, typed, issues, office, today } = props
  return (
    <>
      <WhichMembership {...props} />
      {office && (
        <DateField
          t={t}
          name="received"
          label={t('memberships.field-received')}
          value={typed['received'] ?? today}
          issues={issues}
          max={today}
          required
        />
      )}
    </>
  )
}

const Suspension = (props: ActPageProps) => {
  const { t, typed, issues, today } = props
  return (
    <>
      <WhichMembership {...props} />
      <DateField
        t={t}
        name="begins"
        label={t('memberships.field-begins')}
        value={typed['begins'] ?? today}
        issues={issues}
        required
      />
      <TextArea
        t={t}
        name="reason"
        label={t('memberships.field-reason')}
        hint={t('memberships.hint-reason')}
        value={typed['reason']}
        issues={issues}
        rows={3}
        maxlength={1000}
        required
      />
    </>
  )
}

const FigureFields = (props: ActPageProps) => (
  <>
    <TextField
      t={props.t}
      name="population"
      label={props.t('members.inhabitants')}
      value={props.typed['population']}
      issues={props.issues}
      inputmode="numeric"
      width="short"
      required
    />
    <FigureOrigin {...props} />
  </>
)

export const fieldsOf: Readonly<Record<ActName, (props: ActPageProps) => Child>> = {
  resignation: Resignation,
  suspension: Suspension,
  figure: FigureFields,
  renaming: RenamingFields,
  merger: MergerFields,
  split: SplitFields,
}
