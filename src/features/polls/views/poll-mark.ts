// Open or over, as a mark beside a title.
import type { Translate } from '#kernel/locale.ts'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import { type Poll, stateOf } from '../poll.ts'

export const pollMark = (t: Translate, poll: Pick<Poll, 'endsAt' | 'closedAt'>, now: Date): StateMarkProps => {
  const state = stateOf(poll, now)
  return { label: t(`polls.state-${state}`), tone: state === 'open' ? 'new' : 'done' }
}
