// What other features hand to the list of practices and to the empty form.
import type { Child } from 'hono/jsx'
import type { ActVisit, PageVisit } from '#platform/http/visit.ts'
import type { ListPart } from '#platform/page-parts.ts'

export const drawListParts = (c: PageVisit | ActVisit, place: ListPart['place']): Child[] =>
  c.var.features
    .flatMap((feature) => feature.lists ?? [])
    .filter((part) => part.place === place && part.kinds.includes('practice'))
    .sort((one, other) => one.position - other.position)
    .flatMap((part) => part.draw(c) ?? [])
