// On the page of a search: one click saves it; opened from a saved one, what is new stands on top.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { lookPath, savedPath, savedSearchPath } from '../paths.ts'
import type { SavedSearch } from '../saved-search.ts'
import type { FreshThing } from '../store.ts'

export interface SaveSearchProps {
  readonly t: Translate
  /** The query of the search's address. */
  readonly search: string
  /** The same search, saved already. */
  readonly same: SavedSearch | undefined
}

export const SaveSearch = ({ t, search, same }: SaveSearchProps) => (
  <ButtonRow>
    {same === undefined ? (
      <PostButton action={savedPath} hidden={{ search }} icon="bell" small>
        {t('saved.save')}
      </PostButton>
    ) : (
      <ButtonLink
        href={savedSearchPath(same.id)}
        icon="check"
        small
        label={t('saved.is-saved-as', { name: same.name })}
      >
        {t('saved.is-saved')}
      </ButtonLink>
    )}
  </ButtonRow>
)

/** So many titles; what else is new is marked below. */
const mostTitles = 5

const Titles = ({ t, things }: { t: Translate; things: NewInSearchProps['things'] }) => (
  <ul>
    {things.slice(0, mostTitles).map((thing) => (
      <li>
        <a href={thing.href} lang={thing.lang === t.lang ? undefined : thing.lang}>
          {thing.title}
        </a>
      </li>
    ))}
  </ul>
)

export interface NewInSearchProps {
  readonly t: Translate
  readonly search: SavedSearch
  readonly things: readonly (FreshThing & { readonly href: string })[]
}

export const NewInSearch = ({ t, search, things }: NewInSearchProps) => (
  <Notice title={t('saved.opened', { name: search.name })}>
    <p>{t('saved.new-since', { count: things[0]?.total ?? 0, date: formatDate(t.lang, search.lookedAt) })}</p>
    {things.length > 0 && <Titles t={t} things={things} />}
    <ButtonRow>
      {things.length > 0 && (
        <PostButton action={lookPath(search.id)} icon="check" small>
          {t('saved.looked')}
        </PostButton>
      )}
      <ButtonLink href={savedSearchPath(search.id)} tone="quiet" small>
        {t('saved.change')}
      </ButtonLink>
    </ButtonRow>
  </Notice>
)
