// The one button that needs script, because the browser's passkey window has no other door; without script it is not shown.
import { Icon } from '#ui/icon/icon.tsx'
import { paths } from '../paths.ts'

export interface PasskeyButtonProps {
  readonly kind: 'sign-in' | 'register'
  readonly words: string
  /** Where to go afterwards. */
  readonly next: string
}

const addresses = {
  'sign-in': { options: paths.passkeyOptions, verify: paths.passkey },
  register: { options: paths.passkeyRegistrationOptions, verify: paths.passkeys },
}

/**
 * The script posts to the first address and gets WebAuthn's options as JSON; it posts the authenticator's answer as JSON to the
 * second and gets `{ next }` to go to, or a 4xx with `{ message }` to show.
 */
export const PasskeyButton = ({ kind, words, next }: PasskeyButtonProps) => (
  <button
    class="button button-secondary"
    type="button"
    hidden
    data-passkey={kind}
    data-options-url={addresses[kind].options}
    data-verify-url={`${addresses[kind].verify}?next=${encodeURIComponent(next)}`}
  >
    <Icon name="key-round" />
    {words}
  </button>
)
