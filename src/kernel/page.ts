// One page of a longer list.

export interface PageOf<Thing> {
  readonly items: readonly Thing[]
  /** Counted from 1. */
  readonly number: number
  readonly size: number
  /** How many things the viewer could see in all. */
  readonly total: number
}

export const pageCount = (page: Pick<PageOf<unknown>, 'size' | 'total'>): number =>
  Math.max(1, Math.ceil(page.total / page.size))
