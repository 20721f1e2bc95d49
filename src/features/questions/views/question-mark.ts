// Open or answered, as a mark beside a title.
import type { Translate } from '#kernel/locale.ts'
import type { StateMarkProps } from '#ui/state-mark/state-mark.tsx'
import { type Question, stateOf } from '../question.ts'

export const questionMark = (t: Translate, question: Pick<Question, 'answeredAt'>): StateMarkProps => {
  const state = stateOf(question)
  return { label: t(`questions.state-${state}`), tone: state === 'answered' ? 'done' : 'new' }
}
