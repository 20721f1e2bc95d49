// Examples of Hero.
import type { Example } from '../catalogue/example.ts'
import { StatFigures } from '../stat-figures/stat-figures.tsx'
import { Hero } from './hero.tsx'

export const examples: readonly Example[] = [
  {
    name: 'home page',
    example: (t) => (
      <Hero
        t={t}
        title="What keeps people safe in Europe’s cities"
        lead="Find what has worked elsewhere, in your own language, and reach the colleague who did it."
        examplesLabel="For example:"
        examples={[
          { label: 'lighting at night', href: '#lighting' },
          { label: 'school mediation', href: '#mediation' },
          { label: 'women in parks', href: '#parks' },
        ]}
        figures={
          <StatFigures
            t={t}
            figures={[
              { value: 334, label: 'cities and regions', href: '#cities' },
              { value: 80, label: 'documented practices', href: '#practices' },
              { value: 28, label: 'countries' },
            ]}
          />
        }
      />
    ),
  },
]
