// Why something came, in words that name nothing protected: they stand in mails, which pass through many hands.
import type { Translate } from '#kernel/locale.ts'
import type { Feature } from '#platform/feature.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import type { Reason } from './notice.ts'

const pluralOf = (t: Translate, features: readonly Feature[], name: string): string => {
  const kind = features.flatMap(({ kinds = [] }) => kinds).find((one) => one.kind === name)
  return kind === undefined ? name : t(kind.plural)
}

/** Without one nothing is said of it: where neither title nor subject may be named. */
export function reasonOf(t: Translate, features: readonly Feature[], reason: Reason | undefined): string {
  const { by, ref = '' } = reason ?? { by: 'unnamed' }
  const name = by === 'concept' ? conceptLabel(ref, t.lang) : by === 'kind' ? pluralOf(t, features, ref) : ''
  return t(`notices.why-${by}`, { name })
}
