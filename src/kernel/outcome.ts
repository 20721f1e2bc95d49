// What an action gives back: the thing done, or a refusal by name. Expected outcomes are values, never exceptions.

export type Done<Value> = { readonly done: true; readonly value: Value }
export type Refused<Code extends string> = { readonly done: false; readonly refusal: Code }
/** `if (!outcome.done) return showAgain(outcome.refusal)` — the compiler then knows the value. */
export type Outcome<Value, Code extends string> = Done<Value> | Refused<Code>

export const done = <Value>(value: Value): Done<Value> => ({ done: true, value })
export const refused = <Code extends string>(refusal: Code): Refused<Code> => ({ done: false, refusal })

/** One thing wrong with one field of a form or query; `message` is a message key. */
export interface Issue {
  readonly field: string
  readonly message: string
  readonly values?: Record<string, string | number>
}

/** What was typed into a form, field by field, to fill it again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>
