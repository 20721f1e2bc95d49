// A line of text in the forms of accession: what it is called and hinted is told by keys, its value by what was typed.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { TextField, type TextFieldProps } from '#ui/text-field/text-field.tsx'

export interface FormState {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

type Looks = Pick<TextFieldProps, 'type' | 'autocomplete' | 'maxlength' | 'required' | 'needed'>
export interface LineFieldProps extends Looks {
  readonly form: FormState
  readonly name: string
  /** Of the feature's messages, without its name. */
  readonly label: string
  readonly hint?: string
  /** Before anything was typed. */
  readonly value?: string
  /** A whole number. */
  readonly figure?: boolean
}

export const LineField = ({ form, name, label, hint, value, figure, ...looks }: LineFieldProps) => (
  <TextField
    t={form.t}
    issues={form.issues}
    name={name}
    label={form.t(`accession.${label}`)}
    hint={hint && form.t(`accession.${hint}`)}
    value={form.typed[name] ?? value}
    inputmode={figure ? 'numeric' : undefined}
    width={figure ? 'short' : undefined}
    {...looks}
  />
)
