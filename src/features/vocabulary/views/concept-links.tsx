// Concepts in columns, each with the number of those below it.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { conceptPath } from '../paths.ts'
import type { ConceptLink } from '../shelf.ts'

const Below = ({ t, below }: { readonly t: Translate; readonly below: number }) =>
  below === 0 ? null : <small>{t('vocabulary.below', { count: below, shown: formatNumber(t.lang, below) })}</small>

export const ConceptLinks = ({ t, concepts }: { readonly t: Translate; readonly concepts: readonly ConceptLink[] }) => (
  <ul class="concept-links">
    {concepts.map(({ slug, name, below }) => (
      <li>
        <a href={conceptPath(slug)} lang={name.lang === t.lang ? undefined : name.lang}>
          {name.text}
        </a>{' '}
        <Below t={t} below={below} />
      </li>
    ))}
  </ul>
)
