// Examples of TlpLabel.
import type { Example } from '../catalogue/example.ts'
import { TlpLabel } from './tlp-label.tsx'

export const examples: readonly Example[] = [
  {
    name: 'all labels',
    example: (t) => (
      <p class="catalogue-row">
        <TlpLabel t={t} label="TLP:CLEAR" />
        <TlpLabel t={t} label="TLP:GREEN" />
        <TlpLabel t={t} label="TLP:AMBER" audienceName="Forum Deutschland" />
        <TlpLabel t={t} label="TLP:AMBER+STRICT" audienceName="Porto" />
        <TlpLabel t={t} label="TLP:RED" />
      </p>
    ),
  },
  {
    name: 'explained',
    example: (t) => <TlpLabel t={t} label="TLP:GREEN" explained />,
  },
]
