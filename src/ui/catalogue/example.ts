// One example of a component: shown in the catalogue at /ui and drawn by the tests.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'

export interface Example {
  /** Says what is special about it: "with an error". */
  readonly name: string
  readonly example: (t: Translate) => Child
}
