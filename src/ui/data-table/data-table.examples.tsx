// Examples of DataTable.
import type { Example } from '../catalogue/example.ts'
import { DataTable } from './data-table.tsx'

export const examples: readonly Example[] = [
  {
    name: 'sortable, with figures',
    example: (t) => (
      <DataTable
        t={t}
        caption="Members"
        columns={[
          { label: 'City', sortHref: '?sort=-name', sorted: 'ascending' },
          { label: 'Country', sortHref: '?sort=country' },
          { label: 'Inhabitants', numeric: true, sortHref: '?sort=population' },
          { label: 'Member since', numeric: true },
        ]}
        rows={[
          [<a href="#graz">Graz</a>, 'Austria', '302,749', '2019'],
          [<a href="#kaiserslautern">Kaiserslautern</a>, 'Germany', '101,486', '2024'],
          [<a href="#wroclaw">Wrocław</a>, 'Poland', '674,079', '2016'],
        ]}
      />
    ),
  },
]
