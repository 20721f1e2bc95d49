// Record that municipalities become one: one of them, or a new one.
import type { MergerInput } from '../inputs.ts'
import { found, type SuccessionRefusal, succeed } from '../succession.ts'
import type { Carry } from './perform.ts'

/** `others` and `into` as organisations; into undefined: a new one with the name of the input. */
export const merge =
  (input: MergerInput, others: readonly number[], into: number | undefined): Carry<SuccessionRefusal> =>
  async (acting) => {
    const together = [...new Set([acting.subject.id, ...others])]
    const successor = into ?? (await found(acting, input.name))
    const predecessors = together.filter((id) => id !== successor)
    const about = { kind: 'merger', onDay: input.on_day, decision: input.decision } as const
    return succeed(acting, { ...about, predecessors, successors: [successor], going: predecessors })
  }
