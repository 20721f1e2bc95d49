// The entry above the list of practices: one quiet link that takes the filters along.

import { readQuery } from '#platform/http/input.ts'
import type { ListPart } from '#platform/page-parts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { practiceListLists, practiceListQuery } from '../practices/public.ts'
import { narrowedExportPath } from './paths.ts'

export const listEntry: ListPart = {
  name: 'tables.export-import',
  kinds: ['practice'],
  place: 'list',
  position: 90,
  draw: (c) => {
    const query = readQuery(c, practiceListQuery, practiceListLists)
    return (
      <ButtonLink
        href={narrowedExportPath(query.valid ? query.value : practiceListQuery.parse({}))}
        tone="quiet"
        icon="table"
      >
        {c.var.t('tables.title')}
      </ButtonLink>
    )
  },
}
