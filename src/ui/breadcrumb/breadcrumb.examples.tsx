// Examples of Breadcrumb.
import type { Example } from '../catalogue/example.ts'
import { Breadcrumb } from './breadcrumb.tsx'

export const examples: readonly Example[] = [
  {
    name: 'two levels up',
    example: (t) => (
      <Breadcrumb
        t={t}
        crumbs={[
          { label: 'Practices', href: '#practices' },
          { label: 'Nightlife', href: '#nightlife' },
        ]}
      />
    ),
  },
]
