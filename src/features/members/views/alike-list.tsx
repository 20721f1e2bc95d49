// Cities like this one, each with its reasons.
import { countryName, formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import type { Alike, Reason } from '../alike.ts'
import { memberName } from '../member.ts'
import { memberPath } from '../paths.ts'

export interface AlikeListProps {
  readonly t: Translate
  readonly alike: readonly Alike[]
}

const most = 3

/** Why a city of this country is like the one it was compared with. */
export const reasonSentence = (t: Translate, country: string, reason: Reason): string => {
  if (reason.kind === 'size') return t('members.alike-size', { population: formatNumber(t.lang, reason.population) })
  if (reason.kind === 'country') return t('members.alike-country', { country: countryName(t.lang, country) })
  if (reason.kind === 'language')
    return t('members.alike-language', { language: languageName(t.lang, reason.language) })
  const shown = reason.concepts
    .slice(0, most)
    .map((slug) => conceptLabel(slug, t.lang))
    .join(', ')
  return reason.concepts.length > most
    ? t('members.alike-concepts-more', { concepts: shown, count: reason.concepts.length - most })
    : t('members.alike-concepts', { concepts: shown })
}

export const AlikeList = (props: AlikeListProps) =>
  props.alike.length === 0 ? null : (
    <Section title={props.t('members.alike')}>
      <ItemList
        columns
        items={props.alike.map(({ member, reasons }) => (
          <ItemCard
            t={props.t}
            headingLevel={3}
            title={memberName(member, props.t.lang)}
            href={memberPath(member.slug)}
            meta={[countryName(props.t.lang, member.country)]}
            why={reasons.map((reason) => reasonSentence(props.t, member.country, reason))}
          />
        ))}
      />
    </Section>
  )
