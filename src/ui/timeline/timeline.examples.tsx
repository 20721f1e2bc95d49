// Examples of Timeline.
import type { Example } from '../catalogue/example.ts'
import { Timeline } from './timeline.tsx'

export const examples: readonly Example[] = [
  {
    name: 'what happened',
    example: (t) => (
      <Timeline
        t={t}
        label="History"
        entries={[
          {
            when: new Date('2024-05-02'),
            title: 'First written down by Porto',
            text: 'From the report of the night team.',
          },
          { when: new Date('2025-09-18'), title: 'Taken up by Łódź' },
          { when: 'Spring 2027', title: 'Second survey', ahead: true },
        ]}
      />
    ),
  },
]
