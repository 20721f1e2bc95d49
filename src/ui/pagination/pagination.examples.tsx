// Examples of Pagination.
import type { Example } from '../catalogue/example.ts'
import { Pagination } from './pagination.tsx'

export const examples: readonly Example[] = [
  {
    name: 'in the middle',
    example: (t) => (
      <Pagination t={t} page={{ number: 5, size: 20, total: 334 }} href={(number) => `?page=${number}`} />
    ),
  },
]
