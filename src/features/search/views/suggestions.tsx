// What may be meant by the letters typed so far: concepts in the reader's language, then places and titles.
import type { Translate } from '#kernel/locale.ts'
import type { LabelMatch } from '#thesaurus/search-labels.ts'
import { PageTitle } from '#ui/page/page.tsx'
import type { KindNames } from '../facet-groups.ts'
import { wordsPath } from '../paths.ts'
import type { TitleSuggestion } from '../store-suggestions.ts'

export interface SuggestionsProps {
  readonly t: Translate
  readonly concepts: readonly LabelMatch[]
  readonly titles: readonly TitleSuggestion[]
  readonly kinds: KindNames
}

const Title = ({ t, kinds, title }: { t: Translate; kinds: KindNames; title: TitleSuggestion }) => (
  <li>
    <a href={title.path}>
      <span lang={title.lang === t.lang ? undefined : title.lang}>{title.title}</span>{' '}
      <small>
        {title.organisationName === title.title
          ? kinds.one(title.kind)
          : (title.organisationName ?? kinds.one(title.kind))}
      </small>
    </a>
  </li>
)

/** The script takes the list out of it; without, it is a page of its own. */
export const Suggestions = ({ t, concepts, titles, kinds }: SuggestionsProps) => (
  <>
    <PageTitle t={t} title={t('ui.suggestions')} />
    <ul id="suggestions" class="item-list">
      {concepts.map(({ label, matched }) => (
        <li>
          <a href={wordsPath(label)}>
            {label} {matched !== undefined && <small>{matched}</small>}
          </a>
        </li>
      ))}
      {titles.map((title) => (
        <Title t={t} kinds={kinds} title={title} />
      ))}
    </ul>
  </>
)
