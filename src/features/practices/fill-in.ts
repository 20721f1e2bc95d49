// A step carries its own fields; everything else stands as it stood in the revision that its writer saw.
import type { Typed } from '#kernel/outcome.ts'
import type { TellingStep } from './telling.ts'

/** `before`: the practice as the form was filled with. A list that is empty is not sent at all: on its own step that means none. */
export const fillIn = (before: Typed, typed: Typed, step: TellingStep | undefined): Typed => ({
  ...before,
  ...(step === 'readers' ? { concepts: [] } : {}),
  ...typed,
})
