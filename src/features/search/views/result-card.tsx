// One answer: what it is, whose, in which language, and why it was found.
import { tlpLabel } from '#kernel/audience.ts'
import { countryName, type Translate } from '#kernel/locale.ts'
import { ItemCard } from '#ui/item-card/item-card.tsx'
import type { FoundItem } from '../explain.ts'
import type { KindNames } from '../facet-groups.ts'
import { memberPath } from '../paths.ts'
import type { Why } from '../why.ts'

const inOneBreath = (t: Translate, words: readonly string[]): string =>
  words.map((word) => t('search.quoted', { word })).join(', ')

/** Concepts a sentence each; all words together in one, and all that is there in other words. */
const reasons = (t: Translate, why: readonly Why[]): string[] => {
  if (why.some(({ by }) => by === 'meaning')) return [t('search.why-meaning')]
  const wordsBy = (wanted: 'word' | 'sense'): string[] =>
    why.flatMap((reason) => (reason.by === wanted ? [reason.word] : []))
  const sentence = (key: string, words: readonly string[]): string[] =>
    words.length === 0 ? [] : [t(key, { count: words.length, words: inOneBreath(t, words) })]
  return [
    ...why.flatMap((reason) =>
      reason.by === 'concept' ? [t(`search.why-${reason.near}`, { concept: reason.label })] : [],
    ),
    ...sentence('search.why-words', wordsBy('word')),
    ...sentence('search.why-senses', wordsBy('sense')),
  ]
}

const placeOf = ({ organisation, country, title }: FoundItem) =>
  organisation === undefined || organisation.name === title
    ? undefined
    : { name: organisation.name, country, href: memberPath(organisation.slug) }

export interface ResultCardProps {
  readonly t: Translate
  readonly item: FoundItem
  readonly kinds: KindNames
  /** Came within reach since this reader looked last. */
  readonly fresh: boolean
}

export const ResultCard = ({ t, item, kinds, fresh }: ResultCardProps) => {
  const city = placeOf(item)
  return (
    <ItemCard
      t={t}
      title={item.markedTitle}
      href={item.url}
      lang={item.lang}
      kind={kinds.one(item.kind)}
      state={fresh ? { label: t('search.new'), tone: 'new' } : undefined}
      summary={item.passage}
      city={city}
      meta={[
        city === undefined && item.country !== undefined && countryName(t.lang, item.country),
        item.year !== undefined && t('search.since', { year: String(item.year) }),
        item.evidence !== undefined && t(`search.evidence-${item.evidence}`),
      ]}
      tlp={item.audienceKind === 'public' ? undefined : tlpLabel(item.audienceKind)}
      why={reasons(t, item.why)}
    />
  )
}
