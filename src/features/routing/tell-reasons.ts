// The reasons why somebody is asked, as sentences in their language, with what shows them as far as they see it.
import type { Translate } from '#kernel/locale.ts'
import type { Feature } from '#platform/feature.ts'
import type { Reason } from './reason.ts'

/** By whom somebody was named, as far as it may be told; empty where nobody named them. */
export const tellNamer = (
  t: Translate,
  {
    named,
    namedBy,
    namedByCity,
  }: { readonly named: boolean; readonly namedBy: string | null; readonly namedByCity?: string | null },
): string[] => {
  if (!named) return []
  if (namedBy === null) return [t('routing.named-in-room')]
  return [t('routing.named-by', { name: [namedBy, namedByCity].filter(Boolean).join(', ') })]
}

/** `shown`: what reaches whoever reads the sentences. What was narrowed or withdrawn since is left out, and a reason with it of which nothing is left. */
export function tellReasons(
  t: Translate,
  features: readonly Feature[],
  reasons: readonly Reason[],
  shown: readonly number[],
): string[] {
  const sources = new Map(features.flatMap(({ experience = [] }) => experience).map((source) => [source.name, source]))
  return reasons.flatMap(({ source, own, ids }) => {
    const told = sources.get(source)
    const sentence = own ? told?.own : told?.city
    const count = ids.filter((id) => shown.includes(id)).length
    return sentence === undefined || (ids.length > 0 && count === 0) ? [] : [t(sentence, { count })]
  })
}
