// How a fee comes about, step by step, so that anybody can compute it again.
import { formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { FeeStep } from '../fee.ts'
import type { ForumName } from '../store-writing.ts'
import { bracketName } from './bracket-name.ts'

const dayIn = (t: Translate, day: string): string => formatDate(t.lang, new Date(`${day}T12:00:00Z`))

function stepWords(t: Translate, step: FeeStep, forums: readonly ForumName[]): string {
  const money = (cents: number): string => formatMoney(t.lang, cents)
  switch (step.step) {
    case 'bracket':
      return t('fees.step-bracket', { population: step.population, bracket: bracketName(t, step) })
    case 'per-head':
      return t('fees.step-per-head', { population: step.population, amount: money(step.perThousandCents) })
    case 'half':
      return t('fees.step-half', { day: dayIn(t, step.beginsOn) })
    case 'months':
      return t('fees.step-months', { day: dayIn(t, step.beginsOn), months: step.months })
    case 'share':
      return t('fees.step-share', {
        forum: forums.find(({ id }) => id === step.forumId)?.name ?? '',
        percent: formatNumber(t.lang, step.rate / 100),
        amount: money(step.cents),
      })
    default:
      return t(`fees.step-${step.step}`, { amount: money(step.cents) })
  }
}

export const Steps = (props: {
  readonly t: Translate
  readonly steps: readonly FeeStep[]
  readonly forums: readonly ForumName[]
}) => (
  <ol class="fee-steps">
    {props.steps.map((step) => (
      <li>{stepWords(props.t, step, props.forums)}</li>
    ))}
  </ol>
)
