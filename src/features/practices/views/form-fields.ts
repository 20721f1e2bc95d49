// What every group of the practice form is given.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'

export interface FormFields {
  readonly t: Translate
  readonly typed: Typed
  readonly issues?: readonly Issue[] | undefined
}
