// Open or over, as a mark beside a title; and until when, how many have answered, in a line.

import { lastDay } from '#kernel/days.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import { isOver, type Poll, stateOf } from '../poll.ts'
import type { PollLine } from '../store-lists.ts'

export const pollMark = (t: Translate, poll: Pick<Poll, 'endsAt' | 'closedAt'>, now: Date): StateMarkProps => {
  const state = stateOf(poll, now)
  return { label: t(`polls.state-${state}`), tone: state === 'open' ? 'new' : 'done' }
}

type Ending = Pick<Poll, 'endsAt' | 'closedAt'>

const lastOf = ({ endsAt, closedAt }: Ending): Date =>
  closedAt !== null && closedAt < endsAt ? closedAt : lastDay(endsAt)

/** "Answers until 30 June 2027", "Ended on 2 May 2027". */
export const untilWhen = (t: Translate, poll: Ending, now: Date): string => {
  const day = formatDate(t.lang, lastOf(poll))
  return t(isOver(poll, now) ? 'polls.ended-on' : 'polls.until', { day })
}

/** Undefined for whom it does not reach. */
export const howMany = (t: Translate, { answered, asked }: Pick<Poll, 'answered' | 'asked'>): string | undefined =>
  answered === null ? undefined : t('polls.answered-of', { answered, asked })

const ours = (t: Translate, line: PollLine, now: Date): string | undefined => {
  if (line.weAnswered) return t('polls.ours-answered')
  return line.asksUs && !line.closed && !isOver(line, now) ? t('polls.ours-waits') : undefined
}

/** What stands below its title in a list. */
export const lineWords = (t: Translate, line: PollLine, now: Date): string[] =>
  [untilWhen(t, line, now), howMany(t, line), ours(t, line, now)].filter((words) => words !== undefined)
