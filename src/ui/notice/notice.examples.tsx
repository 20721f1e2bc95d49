// Examples of Notice.
import type { Example } from '../catalogue/example.ts'
import { Notice } from './notice.tsx'

export const examples: readonly Example[] = [
  {
    name: 'info',
    example: () => (
      <Notice tone="info" title="A summary from public sources">
        <p>
          This text was put together from what the city has published. <a href="#sources">See the sources</a>.
        </p>
      </Notice>
    ),
  },
  {
    name: 'success',
    example: () => (
      <Notice tone="success">
        <p>Your practice has been published. People of all member cities can find it now.</p>
      </Notice>
    ),
  },
  {
    name: 'warning',
    example: () => (
      <Notice tone="warning" title="Not checked for two years">
        <p>Porto has not confirmed since 2024 that this is still done.</p>
      </Notice>
    ),
  },
  {
    name: 'danger',
    example: () => (
      <Notice tone="danger">
        <p>The file could not be read. Your text has been kept; please choose another file.</p>
      </Notice>
    ),
  },
]
