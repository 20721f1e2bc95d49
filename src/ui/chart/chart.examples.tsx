// Examples of Chart.
import type { Example } from '../catalogue/example.ts'
import { Chart } from './chart.tsx'

export const examples: readonly Example[] = [
  {
    name: 'bars',
    example: (t) => (
      <Chart
        t={t}
        kind="bars"
        title="Practices by field of action"
        categoryLabel="Field"
        categories={['Public space', 'Youth', 'Fear of crime', 'Nightlife']}
        series={[{ name: 'Practices', values: [31, 24, 17, 9] }]}
      />
    ),
  },
  {
    name: 'bars of two series',
    example: (t) => (
      <Chart
        t={t}
        kind="bars"
        title="Feeling safe in the dark"
        categoryLabel="District"
        categories={['Bonfim', 'Campanhã', 'Paranhos']}
        unit="%"
        series={[
          { name: '2023', values: [41, 36, 62] },
          { name: '2025', values: [58, 44, 61] },
        ]}
      />
    ),
  },
  {
    name: 'lines',
    example: (t) => (
      <Chart
        t={t}
        kind="lines"
        title="Sightings by month"
        description="Rose from 2 in January to 14 in June; the answers “not here” stayed below 6."
        categoryLabel="Month"
        categories={['January', 'February', 'March', 'April', 'May', 'June']}
        series={[
          { name: 'here too', values: [2, 3, 3, 7, 11, 14] },
          { name: 'not here', values: [1, null, 2, 4, 5, 5] },
        ]}
      />
    ),
  },
]
