// Where one is in something that takes several steps.
import type { Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface Step {
  readonly label: string
  readonly state: 'done' | 'current' | 'ahead'
  readonly href?: string | undefined
  /** A few words below: a date, what is missing. */
  readonly note?: string | undefined
}
export interface StepsProps {
  readonly t: Translate
  readonly steps: readonly Step[]
  readonly label?: string | undefined
}

const Mark = ({ step, number }: { step: Step; number: number }) => (
  <span class="step-mark" aria-hidden="true">
    {step.state === 'done' ? <Icon name="check" /> : number}
  </span>
)

export const Steps = ({ t, steps, label = t('ui.steps') }: StepsProps) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step, index) => (
      <li class={`step step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
        <Mark step={step} number={index + 1} />
        <span class="step-text">
          {step.href ? <a href={step.href}>{step.label}</a> : step.label}
          {step.state === 'done' && <span class="visually-hidden"> ({t('ui.step-done')})</span>}
          {step.note && <span class="step-note">{step.note}</span>}
        </span>
      </li>
    ))}
  </ol>
)
