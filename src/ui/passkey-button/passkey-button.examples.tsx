// Examples of PasskeyButton.
import type { Example } from '../catalogue/example.ts'
import { PasskeyButton } from './passkey-button.tsx'

export const examples: readonly Example[] = [
  {
    name: 'shown where the browser knows passkeys',
    example: (t) => (
      <PasskeyButton t={t} act="sign-in" optionsUrl="/ui" verifyUrl="/ui">
        Sign in with a passkey
      </PasskeyButton>
    ),
  },
]
