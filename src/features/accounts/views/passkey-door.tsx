// The one button that needs script, because the browser's passkey window has no other door; without script it is not shown.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { PasskeyButton } from '#ui/passkey-button/passkey-button.tsx'
import { paths } from '../paths.ts'

export interface PasskeyDoorProps {
  readonly t: Translate
  readonly act: 'sign-in' | 'register'
  /** Where to go afterwards. */
  readonly next: string
  readonly children: Child
}

const addresses = {
  'sign-in': { options: paths.passkeyOptions, verify: paths.passkey },
  register: { options: paths.passkeyRegistrationOptions, verify: paths.passkeys },
}

export const PasskeyDoor = ({ t, act, next, children }: PasskeyDoorProps) => (
  <PasskeyButton
    t={t}
    act={act}
    optionsUrl={addresses[act].options}
    verifyUrl={`${addresses[act].verify}?next=${encodeURIComponent(next)}`}
  >
    {children}
  </PasskeyButton>
)
