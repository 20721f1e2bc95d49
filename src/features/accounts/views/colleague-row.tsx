// One person of the organisation, and what whoever steers it may do: hand the coordination on, or say that somebody has left.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { Colleague, SteeredOrganisation } from '../account.ts'
import { paths } from '../paths.ts'

export interface ColleagueRowProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly person: Colleague
  /** To whom what this person looks after may go. */
  readonly others: readonly Colleague[]
}

const Coordination = ({ t, organisation, person }: ColleagueRowProps) => {
  const act = person.role === 'coordinator' ? 'relieve' : 'appoint'
  return (
    <ConfirmStep
      label={t(`accounts.${act}`)}
      question={t(`accounts.${act}-question`, { name: person.name, organisation: organisation.name })}
      action={act === 'appoint' ? paths.coordination(person.id) : paths.coordinationEnd(person.id)}
      hidden={{ organisation: organisation.slug }}
      confirm={t(`accounts.${act}-confirm`)}
      tone={act === 'appoint' ? 'primary' : 'danger'}
    />
  )
}

const Departure = ({ t, organisation, person, others }: ColleagueRowProps) => (
  <ConfirmStep
    label={t('accounts.has-left')}
    question={t('accounts.has-left-question', { name: person.name, organisation: organisation.name })}
    action={paths.departure(person.id)}
    hidden={{ organisation: organisation.slug }}
    confirm={t('accounts.has-left-confirm')}
  >
    {others.length > 0 && (
      <SelectField
        t={t}
        name="heir"
        id={`heir-of-${person.id}`}
        label={t('accounts.heir')}
        hint={t('accounts.heir-hint')}
        empty={t(person.role === 'office' ? 'accounts.heir-me' : 'accounts.heir-nobody')}
        options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    )}
  </ConfirmStep>
)

/** Cells of the table; without steps for oneself, and for everybody who does not steer. */
export const colleagueRow = (props: ColleagueRowProps, steered: boolean): Child[] => [
  props.person.name,
  props.t(`accounts.role-${props.person.role}`),
  steered && props.person.role !== 'office' ? <Coordination {...props} /> : null,
  steered ? <Departure {...props} /> : null,
]
