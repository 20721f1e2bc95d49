// The state a thing is in, where that is worth saying: a draft, withdrawn, waiting for an answer.

export interface StateMarkProps {
  readonly label: string
  /** `new` is for what is new or urgent, `calm` for the rest. */
  readonly tone?: 'calm' | 'new' | 'done' | 'danger' | undefined
}

export const StateMark = ({ label, tone = 'calm' }: StateMarkProps) => (
  <span class={`state-mark state-${tone}`}>{label}</span>
)
