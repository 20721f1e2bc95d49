// Examples of EmptyState.

import { ButtonLink } from '../button/button.tsx'
import type { Example } from '../catalogue/example.ts'
import { EmptyState } from './empty-state.tsx'

export const examples: readonly Example[] = [
  {
    name: 'nothing yet',
    example: () => (
      <EmptyState
        icon="book-open"
        title="Your city has not told of a practice yet"
        text="What works for you can help elsewhere, also if it is small or still under way."
        action={
          <ButtonLink href="#new" icon="plus">
            Tell of a practice
          </ButtonLink>
        }
      />
    ),
  },
]
