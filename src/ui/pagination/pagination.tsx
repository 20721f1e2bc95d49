// From one page of a long list to the others.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { type PageOf, pageCount } from '#kernel/page.ts'
import { Icon } from '../icon/icon.tsx'

export interface PaginationProps {
  readonly t: Translate
  readonly page: Pick<PageOf<unknown>, 'number' | 'size' | 'total'>
  readonly href: (number: number) => string
}

/** First, last, and those around here; 0 stands for a gap. */
function pagesShown(current: number, last: number): number[] {
  const near = [1, current - 1, current, current + 1, last].filter((number) => number >= 1 && number <= last)
  const shown = [...new Set(near)].sort((one, other) => one - other)
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    return before === undefined || number - before === 1
      ? [number]
      : number - before === 2
        ? [number - 1, number]
        : [0, number]
  })
}

const PageNumber = ({ t, number, current, href }: { t: Translate; number: number; current: number; href: string }) => (
  <li class={number === current ? 'pagination-here' : 'pagination-number'}>
    <a href={href} aria-current={number === current ? 'page' : undefined} aria-label={t('ui.page-number', { number })}>
      {formatNumber(t.lang, number)}
    </a>
  </li>
)

export const Pagination = ({ t, page, href }: PaginationProps) => {
  const last = pageCount(page)
  if (last === 1) return null
  return (
    <nav class="pagination" aria-label={t('ui.pagination')}>
      {page.number > 1 && (
        <a class="pagination-step" rel="prev" href={href(page.number - 1)}>
          <Icon name="arrow-left" />
          {t('ui.previous-page')}
        </a>
      )}
      <ol>
        {pagesShown(page.number, last).map((number) =>
          number === 0 ? (
            <li class="pagination-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <PageNumber t={t} number={number} current={page.number} href={href(number)} />
          ),
        )}
      </ol>
      {page.number < last && (
        <a class="pagination-step" rel="next" href={href(page.number + 1)}>
          {t('ui.next-page')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
