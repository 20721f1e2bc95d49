// Things to press: a button in a form, a link that looks like one, and a form that is only a button.
import type { Child } from 'hono/jsx'
import { classList } from '../class-list.ts'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/icon.tsx'

/** One primary action on a page; everything else is secondary or quiet. Danger asks for a ConfirmStep before. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Looks {
  readonly tone?: ButtonTone | undefined
  readonly small?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly children: Child
}
export interface ButtonProps extends Looks {
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  /** Sends the form elsewhere: "Save as draft" beside "Publish". */
  readonly formaction?: string | undefined
  /** Names what is acted on where the words alone repeat on the page: "Remove Ana Martins". */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
}
export interface ButtonLinkProps extends Looks {
  readonly href: string
  /** The key that presses it, where no field is being typed in; `n` for what begins something new. */
  readonly shortcut?: 'n' | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
}
export interface PostButtonProps extends ButtonProps {
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
}

const lookOf = ({ tone = 'secondary', small }: Omit<Looks, 'children'>): string =>
  classList('button', `button-${tone}`, small && 'button-small')

export const Button = (props: ButtonProps) => (
  <button
    class={lookOf(props)}
    type={props.type ?? 'submit'}
    name={props.name}
    value={props.value}
    id={props.id}
    formaction={props.formaction}
    aria-label={props.label}
    disabled={props.disabled}
  >
    {props.icon && <Icon name={props.icon} />}
    {props.children}
  </button>
)

export const ButtonLink = (props: ButtonLinkProps) => (
  <a
    class={lookOf(props)}
    href={props.href}
    aria-label={props.label}
    id={props.id}
    data-new={props.shortcut ? '' : undefined}
  >
    {props.icon && <Icon name={props.icon} />}
    {props.children}
  </a>
)

/** A form with a single button, for acts without a question: `POST /practices/12/bookmark`. */
export const PostButton = ({ action, hidden = {}, ...button }: PostButtonProps) => (
  <form class="post-button" method="post" action={action}>
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
    <Button {...button} />
  </form>
)

export const ButtonRow = ({ children }: { readonly children: Child }) => <div class="button-row">{children}</div>
