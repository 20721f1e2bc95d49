// Examples of Attachments.
import type { Example } from '../catalogue/example.ts'
import { Attachments } from './attachments.tsx'

const drawing = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 34"><path fill="#fff" d="M0 0h48v34H0z"/><path fill="#067" d="M6 6h36v4H6zm0 8h28v2H6zm0 4h32v2H6z"/></svg>',
)}`

export const examples: readonly Example[] = [
  {
    name: 'three files',
    example: (t) => (
      <Attachments
        t={t}
        files={[
          { name: 'night-charter.pdf', href: '#charter', size: 482_113 },
          {
            name: 'square-at-night.pdf',
            href: '#square',
            size: 1_204_113,
            pages: 12,
            more: <a href="#pages">Look at the pages</a>,
            picture: { src: drawing, width: 480, height: 340, alt: 'First page of' },
          },
          { name: 'survey of residents, 2024.xlsx', href: '#survey', size: 18_204 },
        ]}
      />
    ),
  },
]
