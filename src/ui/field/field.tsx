// The shell around every field: label, hint, error, and how they are tied to the control for those who do not see them.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { classList } from '../class-list.ts'
import { Icon } from '../icon/icon.tsx'

/** What was typed, as forms and stores hand it over. */
export type FieldValue = string | number | readonly string[] | null | undefined

export interface FieldProps {
  readonly t: Translate
  readonly name: string
  /** Already translated. */
  readonly label: string
  readonly hint?: Child | undefined
  /** All issues of the form; the field picks its own. `message` is a message key. */
  readonly issues?: readonly Issue[] | undefined
  /** A field that is not required says "optional". */
  readonly required?: boolean | undefined
  /** Says when it is needed, instead of "optional": "before publishing". */
  readonly needed?: string | undefined
  /** Default: the name, so that the ErrorSummary finds the field. */
  readonly id?: string | undefined
}

export interface Wiring {
  readonly id: string
  readonly hintId: string | undefined
  readonly errorId: string | undefined
  readonly error: string | undefined
  readonly describedBy: string | undefined
}

const fieldId = (name: string): string => name.replace(/\[\]$/, '')

export const textOf = (value: FieldValue): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)

export function wiringOf({ t, name, id = fieldId(name), hint, issues }: FieldProps): Wiring {
  const issue = issues?.find(({ field }) => field === fieldId(name))
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = issue ? `${id}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined
  return { id, hintId, errorId, error: issue && t(issue.message, issue.values), describedBy }
}

const Optional = ({ t, required, needed }: Pick<FieldProps, 't' | 'required' | 'needed'>) =>
  required ? null : <span class="field-optional"> {needed ?? t('ui.optional')}</span>

export const FieldNotes = ({ t, hint, wiring }: { t: Translate; hint: Child | undefined; wiring: Wiring }) => (
  <>
    {hint && (
      <p class="field-hint" id={wiring.hintId}>
        {hint}
      </p>
    )}
    {wiring.error && (
      <p class="field-error" id={wiring.errorId}>
        <Icon name="circle-alert" />
        <span>
          <span class="visually-hidden">{t('ui.error-prefix')} </span>
          {wiring.error}
        </span>
      </p>
    )}
  </>
)

/** One control with its label above. */
export const Field = (props: FieldProps & { readonly wiring: Wiring; readonly children: Child }) => (
  <div class={classList('field', props.wiring.error !== undefined && 'field-wrong')}>
    <label class="field-label" for={props.wiring.id}>
      {props.label}
      <Optional t={props.t} required={props.required} needed={props.needed} />
    </label>
    <FieldNotes t={props.t} hint={props.hint} wiring={props.wiring} />
    {props.children}
  </div>
)

/** Several controls under one question. */
export const FieldGroup = (props: FieldProps & { readonly wiring: Wiring; readonly children: Child }) => (
  <fieldset
    class={classList('field', props.wiring.error !== undefined && 'field-wrong')}
    aria-describedby={props.wiring.describedBy}
  >
    <legend class="field-label">
      {props.label}
      <Optional t={props.t} required={props.required} needed={props.needed} />
    </legend>
    <FieldNotes t={props.t} hint={props.hint} wiring={props.wiring} />
    {props.children}
  </fieldset>
)
