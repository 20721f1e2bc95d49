// Examples of Facets and ActiveFilters.
import type { Example } from '../catalogue/example.ts'
import { ActiveFilters, Facets, ResultLine } from './facets.tsx'

export const examples: readonly Example[] = [
  { name: 'how many were found', example: () => <ResultLine>47 practices from 12 countries</ResultLine> },
  {
    name: 'groups with counts',
    example: (t) => (
      <div class="catalogue-narrow">
        <Facets
          t={t}
          action="/ui"
          hidden={{ q: 'park' }}
          target="sample-results"
          groups={[
            {
              name: 'concept',
              label: 'Field of action',
              options: [
                'Youth',
                'Women',
                'Seniors',
                'Addiction and drugs',
                'Fear of crime',
                'Victims',
                'Public space',
                'School',
                'Traffic',
                'Nightlife',
              ].map((label, index) => ({ value: label, label, count: 31 - index * 3, checked: index === 6 })),
            },
            {
              name: 'country',
              label: 'Country',
              options: [
                { value: 'AT', label: 'Austria', count: 4 },
                { value: 'PT', label: 'Portugal', count: 12 },
              ],
            },
            {
              name: 'size',
              label: 'Size',
              single: true,
              options: [
                { value: 's', label: 'below 100,000' },
                { value: 'l', label: 'above' },
              ],
            },
          ]}
        />
      </div>
    ),
  },
  {
    name: 'what narrows now',
    example: (t) => (
      <ActiveFilters
        t={t}
        clearHref="/ui"
        filters={[
          { label: 'Public space', href: '/ui?a' },
          { label: 'Portugal', href: '/ui?b' },
        ]}
      />
    ),
  },
]
