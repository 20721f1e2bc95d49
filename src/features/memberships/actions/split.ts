// Record that a municipality becomes several, beside it or in its place.
import type { SplitInput } from '../inputs.ts'
import { found, movable, type SuccessionRefusal, succeed } from '../succession.ts'
import type { Carry } from './perform.ts'

export const split =
  ({ names, goes_on, on_day: onDay, decision }: SplitInput): Carry<SuccessionRefusal> =>
  async (acting) => {
    const whole = await movable(acting, acting.subject.id, onDay)
    if (!whole.done) return whole
    const successors: number[] = []
    for (const name of names) successors.push(await found(acting, name))
    const predecessors = [acting.subject.id]
    return succeed(acting, {
      kind: 'split',
      onDay,
      decision,
      predecessors,
      successors,
      going: goes_on === 'yes' ? [] : predecessors,
    })
  }
