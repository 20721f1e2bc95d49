// Signing in or registering with a passkey. Needs script and a browser that knows passkeys: hidden until both are there.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { ButtonTone } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'

export interface PasskeyButtonProps {
  readonly t: Translate
  readonly act: 'sign-in' | 'register'
  /** POST `{}` answers WebAuthn options as JSON. */
  readonly optionsUrl: string
  /** POST of the device's answer as JSON answers `{ next: path }`. */
  readonly verifyUrl: string
  readonly tone?: ButtonTone | undefined
  readonly children: Child
}

export const PasskeyButton = ({ t, act, optionsUrl, verifyUrl, tone = 'secondary', children }: PasskeyButtonProps) => (
  <button
    class={`button button-${tone}`}
    type="button"
    hidden
    data-passkey={act}
    data-options-url={optionsUrl}
    data-verify-url={verifyUrl}
    data-failed={t('ui.passkey-failed')}
  >
    <Icon name="key-round" />
    {children}
  </button>
)
