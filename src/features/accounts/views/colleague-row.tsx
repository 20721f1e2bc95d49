// One person of the organisation, and what whoever steers it may do: hand the coordination on, or say that somebody has left.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { Colleague, SteeredOrganisation } from '../account.ts'
import { heirFieldOf, paths } from '../paths.ts'

export interface ColleagueRowProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly person: Colleague
  /** To whom what this person looks after may go. */
  readonly others: readonly Colleague[]
  /** Whether it is the viewer's own: only there they can take over themselves. */
  readonly own: boolean
  readonly issues: readonly Issue[] | undefined
}

/** Of the list of those who may take over, the entry for nobody of them. */
const without = ({ t, person, own }: ColleagueRowProps): string =>
  t(person.role !== 'office' ? 'accounts.heir-nobody' : own ? 'accounts.heir-me' : 'accounts.heir-choose')

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

/** Named apart for each person, so that what is missing stands at the right one. */
const Heir = (props: ColleagueRowProps) => (
  <SelectField
    t={props.t}
    name="heir"
    id={heirFieldOf(props.person.id)}
    issues={props.issues
      ?.filter(({ field }) => field === heirFieldOf(props.person.id))
      .map((issue) => ({ ...issue, field: 'heir' }))}
    label={props.t('accounts.heir')}
    hint={props.t('accounts.heir-hint')}
    empty={without(props)}
    options={props.others.map(({ id, name }) => ({ value: String(id), label: name }))}
    required={props.person.role === 'office' && !props.own}
  />
)

const Departure = (props: ColleagueRowProps) => {
  const { t, organisation, person, others } = props
  return (
    <ConfirmStep
      label={t('accounts.has-left')}
      question={t('accounts.has-left-question', { name: person.name, organisation: organisation.name })}
      action={paths.departure(person.id)}
      hidden={{ organisation: organisation.slug }}
      confirm={t('accounts.has-left-confirm')}
    >
      {others.length > 0 && <Heir {...props} />}
    </ConfirmStep>
  )
}

/** Cells of the table; without steps for oneself, and for everybody who does not steer. */
export const colleagueRow = (props: ColleagueRowProps, steered: boolean): Child[] => [
  props.person.name,
  props.t(`accounts.role-${props.person.role}`),
  steered && props.person.role !== 'office' ? <Coordination {...props} /> : null,
  steered ? <Departure {...props} /> : null,
]
