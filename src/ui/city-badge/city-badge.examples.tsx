// Examples of CityBadge.
import type { Example } from '../catalogue/example.ts'
import { CityBadge } from './city-badge.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with and without a country',
    example: (t) => (
      <p class="catalogue-row">
        <CityBadge t={t} name="Wrocław" country="PL" href="#wroclaw" />
        <CityBadge t={t} name="Île-de-France" />
      </p>
    ),
  },
]
