// What only one kind of entry asks for.
import type { Child } from 'hono/jsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { TextField, type TextFieldProps } from '#ui/text-field/text-field.tsx'
import { deciders, eventRoles, type GainKind } from '../gain.ts'
import { fieldLabel } from '../words.ts'
import type { GainFormProps } from './gain-form.tsx'

type Props = Pick<GainFormProps, 't' | 'typed' | 'issues'>
type Extra = Partial<Pick<TextFieldProps, 'hint' | 'inputmode' | 'width' | 'maxlength' | 'required'>>

const Line = ({ t, typed, issues, name, ...extra }: Props & { readonly name: string } & Extra) => (
  <TextField t={t} issues={issues} name={name} label={fieldLabel(t, name)} value={typed[name]} {...extra} />
)
const Year = (props: Props & { readonly name: string } & Extra) => (
  <Line inputmode="numeric" width="short" maxlength={4} {...props} />
)
const Money = (props: Props & { readonly name: string } & Extra) => (
  <Line inputmode="decimal" width="medium" maxlength={30} {...props} />
)

const Event = (props: Props) => (
  <>
    <ChoiceField
      t={props.t}
      issues={props.issues}
      name="role"
      label={fieldLabel(props.t, 'role')}
      value={props.typed['role']}
      choices={eventRoles.map((one) => ({ value: one, label: props.t(`gains.role-${one}`) }))}
      required
    />
    <Line {...props} name="place" maxlength={120} required />
    <Line
      {...props}
      name="people"
      inputmode="numeric"
      width="short"
      maxlength={9}
      hint={props.t('gains.hint-people')}
      required
    />
  </>
)

const Funding = (props: Props) => (
  <>
    <Line {...props} name="programme" maxlength={200} required />
    <Money {...props} name="cents" hint={props.t('gains.hint-amount')} required />
    <Money {...props} name="ownCents" hint={props.t('gains.hint-own')} />
    <Year {...props} name="firstYear" required />
    <Year {...props} name="lastYear" />
  </>
)

const Position = (props: Props) => (
  <>
    <Line {...props} name="addressee" maxlength={200} hint={props.t('gains.hint-addressee')} required />
    <ChoiceField
      t={props.t}
      issues={props.issues}
      name="decidedBy"
      label={fieldLabel(props.t, 'decidedBy')}
      value={props.typed['decidedBy']}
      choices={deciders.map((one) => ({ value: one, label: props.t(`gains.decided-${one}`) }))}
      required
    />
  </>
)

const fields: Readonly<Record<GainKind, (props: Props) => Child>> = {
  event: Event,
  funding: Funding,
  position: Position,
  partner: () => null,
}

export const KindFields = ({ kind, t, typed, issues }: Props & { readonly kind: GainKind }) =>
  fields[kind]({ t, typed, issues })
