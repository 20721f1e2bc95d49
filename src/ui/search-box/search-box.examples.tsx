// Examples of SearchBox.
import type { Example } from '../catalogue/example.ts'
import { SearchBox } from './search-box.tsx'

export const examples: readonly Example[] = [
  { name: 'as in the bar', example: (t) => <SearchBox t={t} id="sample-q" text="Angsträume im Park" /> },
  { name: 'large, for the home page', example: (t) => <SearchBox t={t} id="sample-q-large" large /> },
]
