// The search box: in the bar on top of every page, and large on the home page.
import type { Translate } from '#kernel/locale.ts'
import { classList } from '../class-list.ts'
import { Icon } from '../icon/icon.tsx'

export interface SearchBoxProps {
  readonly t: Translate
  /** Of the input; the bar on top has "q". */
  readonly id: string
  readonly text?: string | undefined
  readonly large?: boolean | undefined
  /** The `/` key leads here; once per page. */
  readonly shortcut?: boolean | undefined
}

export const SearchBox = ({ t, id, text, large, shortcut }: SearchBoxProps) => (
  <search
    class={classList('search-box', large && 'search-large')}
    aria-label={large ? t('ui.search-label') : undefined}
  >
    <form action="/search" method="get">
      <label class="visually-hidden" for={id}>
        {t('ui.search-label')}
      </label>
      <Icon name="search" />
      <input
        id={id}
        name="q"
        type="search"
        value={text}
        placeholder={t('ui.search-hint')}
        autocomplete="off"
        maxlength={300}
        data-suggestions="/search/suggestions"
        data-suggestions-label={t('ui.suggestions')}
        data-shortcut={shortcut ? '/' : undefined}
      />
      <button type="submit">{t('ui.search')}</button>
    </form>
  </search>
)
