// Examples of ProgressPanel.
import type { Example } from '../catalogue/example.ts'
import { ProgressPanel } from './progress-panel.tsx'

export const examples: readonly Example[] = [
  {
    name: 'running',
    example: (t) => <ProgressPanel t={t} title="Importing members" state="running" done={187} total={334} />,
  },
  {
    name: 'finished',
    example: (t) => (
      <ProgressPanel t={t} title="Indexing anew" state="finished" done={414} total={414}>
        <p>414 texts in 9 languages, 12 seconds.</p>
      </ProgressPanel>
    ),
  },
  {
    name: 'failed',
    example: (t) => (
      <ProgressPanel t={t} title="Importing practices" state="failed" done={12} total={80}>
        <p>Row 13 has no city. Nothing was kept; correct the row and start again.</p>
      </ProgressPanel>
    ),
  },
]
