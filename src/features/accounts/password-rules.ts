// What the acts on a password share: who asks, what the roof gives, why they refuse.
import type { Issue } from '#kernel/outcome.ts'

/** Who asks, and what the rules need to know of them. */
export interface Asker {
  readonly id: number
  readonly organisationId: number
  /** Name and address: a password must not be made of them. */
  readonly own: readonly string[]
}
export interface Given {
  /** The secret of this installation, under which codes are sealed. */
  readonly secret: string
  readonly now: Date
}
export type PasswordRefusal = 'guessable' | 'wrong-code'

export const refusalIssue: Record<PasswordRefusal, Issue> = {
  guessable: { field: 'password', message: 'accounts.issue-password-guessable' },
  'wrong-code': { field: 'code', message: 'accounts.issue-code-wrong' },
}
