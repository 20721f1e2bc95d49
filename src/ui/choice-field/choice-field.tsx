// One of a few, all in sight, each with room for a sentence.
import type { Child } from 'hono/jsx'
import { FieldGroup, type FieldProps, type FieldValue, textOf, wiringOf } from '../field/field.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child | undefined
  readonly disabled?: boolean | undefined
}
export interface ChoiceFieldProps extends FieldProps {
  readonly value?: FieldValue
  readonly choices: readonly Choice[]
}

export const ChoiceField = (props: ChoiceFieldProps) => {
  const wiring = wiringOf(props)
  const chosen = textOf(props.value)
  return (
    <FieldGroup {...props} wiring={wiring}>
      {props.choices.map((choice, index) => {
        // The first one carries the field's id, so that a link in the ErrorSummary lands on it.
        const id = index === 0 ? wiring.id : `${wiring.id}-${index + 1}`
        return (
          <div class="choice">
            <input
              type="radio"
              id={id}
              name={props.name}
              value={choice.value}
              checked={choice.value === chosen}
              disabled={choice.disabled}
              required={props.required}
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
    </FieldGroup>
  )
}
