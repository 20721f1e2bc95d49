// Yes or no (CheckField), and any of several (CheckList).

import type { Choice } from '../choice-field/choice-field.tsx'
import { classList } from '../class-list.ts'
import { FieldGroup, FieldNotes, type FieldProps, wiringOf } from '../field/field.tsx'

export interface CheckFieldProps extends FieldProps {
  readonly checked?: boolean | undefined
  /** Default: "yes". */
  readonly value?: string | undefined
}

export const CheckField = (props: CheckFieldProps) => {
  const wiring = wiringOf(props)
  return (
    <div class={classList('field', wiring.error !== undefined && 'field-wrong')}>
      <div class="choice">
        <input
          type="checkbox"
          id={wiring.id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={props.required}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.error ? 'true' : undefined}
        />
        <label for={wiring.id}>{props.label}</label>
      </div>
      <FieldNotes t={props.t} hint={props.hint} wiring={wiring} />
    </div>
  )
}

export interface CheckListProps extends FieldProps {
  /** Name ends with `[]`, so that one value also arrives as a list. */
  readonly values?: readonly string[] | string | undefined
  readonly choices: readonly Choice[]
  /** Short words stand in columns. */
  readonly columns?: boolean | undefined
}

export const CheckList = (props: CheckListProps) => {
  const wiring = wiringOf(props)
  const chosen = typeof props.values === 'string' ? [props.values] : (props.values ?? [])
  return (
    <FieldGroup {...props} wiring={wiring}>
      <div class={classList(props.columns && 'choice-columns')}>
        {props.choices.map((choice, index) => {
          const id = index === 0 ? wiring.id : `${wiring.id}-${index + 1}`
          return (
            <div class="choice">
              <input
                type="checkbox"
                id={id}
                name={props.name}
                value={choice.value}
                checked={chosen.includes(choice.value)}
                disabled={choice.disabled}
                aria-describedby={choice.hint ? `${id}-about` : undefined}
              />
              <label for={id}>{choice.label}</label>
              {choice.hint && (
                <p class="choice-hint" id={`${id}-about`}>
                  {choice.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
