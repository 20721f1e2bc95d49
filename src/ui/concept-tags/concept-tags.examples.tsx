// Examples of ConceptTags.
import type { Example } from '../catalogue/example.ts'
import { ConceptTags } from './concept-tags.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with links, the rest counted',
    example: (t) => (
      <ConceptTags
        t={t}
        most={3}
        concepts={[
          { label: 'public space', href: '#space' },
          { label: 'fear of crime', href: '#fear' },
          { label: 'women', href: '#women' },
          { label: 'youth' },
          { label: 'lighting' },
        ]}
      />
    ),
  },
]
