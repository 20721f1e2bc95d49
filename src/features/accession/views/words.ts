// Words that several pages of accession share.
import { formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import type { AccessionState, StepContent, Waiting } from '../accession.ts'

const tones: Readonly<Record<AccessionState, 'calm' | 'new' | 'done' | 'danger'>> = {
  enquired: 'calm',
  resolved: 'calm',
  applied: 'new',
  admitted: 'done',
  welcomed: 'done',
  refused: 'danger',
  withdrawn: 'calm',
}
export const stateMark = (t: Translate, state: AccessionState) => ({
  label: t(`accession.state-${state}`),
  tone: tones[state],
})

export const waitingWords = (t: Translate, waiting: Waiting): string =>
  waiting === undefined ? t('accession.waits-none') : t(`accession.waits-${waiting.for}`)

/** A civil day, as the reader writes dates. */
export const dayWords = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

export const votesWords = (t: Translate, { kind, votes }: Pick<StepContent, 'kind' | 'votes'>): string | undefined => {
  if (kind !== 'resolution') return undefined
  if (votes === null) return t('accession.votes-unknown')
  const count = (value: number): string => formatNumber(t.lang, value)
  return t('accession.votes', {
    for: count(votes.for),
    against: count(votes.against),
    abstained: count(votes.abstained),
  })
}
