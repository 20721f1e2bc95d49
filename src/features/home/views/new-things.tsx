// What others have shared lately, and why it is shown to this city first.
import { type AudienceKind, tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import type { NewThing } from '../arrival.ts'
import { memberPath, practicesPath } from '../paths.ts'

const labelOf = (kind: AudienceKind | null) => (kind === null || kind === 'public' ? undefined : tlpLabel(kind))

export type ThingToShow = NewThing & { readonly href: string }
interface NewThingsProps {
  readonly t: Translate
  readonly things: readonly ThingToShow[]
  readonly kindLabel: (kind: string) => string
  /** Which of them came within reach since this person was here last. */
  readonly fresh: ReadonlySet<number>
  /** Of the headings; default 2. */
  readonly level?: 2 | 3
}

/** Why it is for this city, or nothing. */
const reasons = (t: Translate, shared: readonly string[]): string[] => {
  const concepts = shared.slice(0, 3).map((slug) => conceptLabel(slug, t.lang))
  return concepts.length === 0 ? [] : [t('home.shares', { concepts: concepts.join(', ') })]
}

const Thing = ({
  t,
  thing,
  kindLabel,
  fresh,
  level = 2,
}: Omit<NewThingsProps, 'things'> & { readonly thing: ThingToShow }) => (
  <ItemCard
    t={t}
    headingLevel={level}
    kind={kindLabel(thing.kind)}
    state={fresh.has(thing.id) ? { label: t('home.new'), tone: 'new' } : undefined}
    title={thing.title}
    lang={thing.lang}
    href={thing.href}
    summary={thing.summary}
    tlp={labelOf(thing.audienceKind)}
    city={{ name: thing.organisationName, country: thing.country, href: memberPath(thing.organisationSlug) }}
    meta={[formatDate(t.lang, thing.publishedAt)]}
    why={reasons(t, thing.shared)}
  />
)

export const NewThings = ({ things, ...one }: NewThingsProps) => {
  const { t } = one
  return things.length === 0 ? (
    <EmptyState
      icon="bell"
      title={t('home.nothing-new')}
      text={t('home.nothing-new-text')}
      action={<ButtonLink href={practicesPath}>{t('home.browse')}</ButtonLink>}
    />
  ) : (
    <ItemList items={things.map((thing) => <Thing {...one} thing={thing} />)} />
  )
}
