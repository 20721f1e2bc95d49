// One page of a longer list.

export interface PageOf<Thing> {
  readonly items: readonly Thing[]
  /** Counted from 1. */
  readonly number: number
  readonly size: number
  /** How many things the viewer could see in all. */
  readonly total: number
}

/** Where another page of the list stands on this site: the rest of the address stays, also what the list does not know. */
export function atPage(address: string, number: number): string {
  const { pathname, searchParams } = new URL(address)
  if (number === 1) searchParams.delete('page')
  else searchParams.set('page', String(number))
  // Two strokes at the beginning would be another site.
  const path = pathname.replace(/^\/+/, '/')
  return searchParams.size === 0 ? path : `${path}?${searchParams}`
}

export const pageCount = (page: Pick<PageOf<unknown>, 'size' | 'total'>): number =>
  Math.max(1, Math.ceil(page.total / page.size))
