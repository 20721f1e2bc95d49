// Asking before something that cannot be undone (ConfirmStep), and a small window opened by a button (Dialog); both without script.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { Button, type ButtonTone } from '../button/button.tsx'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/icon.tsx'

export interface ConfirmStepProps {
  /** On the closed button: "Withdraw". */
  readonly label: string
  readonly icon?: IconName | undefined
  /** What will happen, in a sentence. */
  readonly question: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
  /** On the button that does it: "Withdraw this practice". */
  readonly confirm: string
  readonly tone?: ButtonTone | undefined
  /** Fields to fill in with it, such as a reason. */
  readonly children?: Child
}

export const ConfirmStep = (props: ConfirmStepProps) => (
  <details class="confirm-step">
    <summary class="button button-quiet">
      {props.icon && <Icon name={props.icon} />}
      {props.label}
    </summary>
    <form class="confirm-form" method="post" action={props.action} novalidate>
      <p>{props.question}</p>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {props.children}
      <Button tone={props.tone ?? 'danger'}>{props.confirm}</Button>
    </form>
  </details>
)

export interface DialogProps {
  readonly t: Translate
  readonly id: string
  readonly title: string
  readonly children: Child
}

/** Opened by a DialogButton with the same id (popover attribute: Escape and a click outside close it). */
export const Dialog = ({ t, id, title, children }: DialogProps) => (
  <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-title`}>
    <div class="dialog-head">
      <h2 id={`${id}-title`}>{title}</h2>
      <button class="button button-quiet" type="button" popovertarget={id} popovertargetaction="hide">
        <Icon name="x" />
        {t('ui.close')}
      </button>
    </div>
    {children}
  </dialog>
)

export const DialogButton = (props: {
  readonly dialog: string
  readonly icon?: IconName
  readonly children: Child
}) => (
  <button class="button button-secondary" type="button" popovertarget={props.dialog}>
    {props.icon && <Icon name={props.icon} />}
    {props.children}
  </button>
)
