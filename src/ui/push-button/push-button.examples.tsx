// Examples of PushButton.
import type { Example } from '../catalogue/example.ts'
import { PushButton } from './push-button.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a button where the browser can show notices, else a sentence',
    example: (t) => (
      <PushButton t={t} action="/ui" worker="/ui" serverKey="">
        Allow notices on this device
      </PushButton>
    ),
  },
]
