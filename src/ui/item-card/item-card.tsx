// One thing in a list — a practice, a question, a member — and the list itself.
import type { Child } from 'hono/jsx'
import type { TlpLabelName } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { CityBadge, type CityBadgeProps } from '../city-badge/city-badge.tsx'
import { type ConceptTag, ConceptTags } from '../concept-tags/concept-tags.tsx'
import { LanguageMark } from '../language-mark/language-mark.tsx'
import { StateMark, type StateMarkProps } from '../state-mark/state-mark.tsx'
import { TlpLabel } from '../tlp-label/tlp-label.tsx'
import { Passages, type PassageText } from './passage.tsx'

export interface ItemCardProps {
  readonly t: Translate
  readonly title: PassageText
  readonly href: string
  /** Language of title and summary; default: the reader's. */
  readonly lang?: string | undefined
  /** What kind of thing it is: "Practice". */
  readonly kind?: string | undefined
  readonly summary?: PassageText | null | undefined
  /** Short facts: "2019–2023", "Evidence 3 of 5". Empty ones are left out. */
  readonly meta?: readonly (Child | null | undefined)[] | undefined
  readonly city?: Omit<CityBadgeProps, 't'> | null | undefined
  readonly concepts?: readonly ConceptTag[] | undefined
  readonly tlp?: TlpLabelName | undefined
  readonly audienceName?: string | null | undefined
  readonly state?: StateMarkProps | undefined
  /** Why search found it, a sentence each. */
  readonly why?: readonly string[] | undefined
  /** Default 2. */
  readonly headingLevel?: 2 | 3 | undefined
  /** Something to press, at the end. */
  readonly action?: Child
}

const Heading = ({ level, children }: { readonly level: 2 | 3; readonly children: Child }) =>
  level === 2 ? <h2 class="item-title">{children}</h2> : <h3 class="item-title">{children}</h3>

const Marks = ({ t, kind, state, tlp, audienceName, lang }: ItemCardProps) =>
  kind || state || tlp || (lang && lang !== t.lang) ? (
    <p class="item-marks">
      {kind && <span class="item-kind">{kind}</span>}
      {state && <StateMark {...state} />}
      {tlp && <TlpLabel t={t} label={tlp} audienceName={audienceName} />}
      {lang && <LanguageMark t={t} lang={lang} />}
    </p>
  ) : null

const Facts = ({ t, city, meta = [] }: ItemCardProps) => {
  const facts = meta.filter((fact) => fact !== null && fact !== undefined && fact !== '' && fact !== false)
  if (!city && facts.length === 0) return null
  return (
    <ul class="item-facts">
      {city && (
        <li>
          <CityBadge t={t} {...city} />
        </li>
      )}
      {facts.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  )
}

export const ItemCard = (props: ItemCardProps) => {
  const { t, lang = t.lang, why = [], concepts = [] } = props
  const foreign = lang === t.lang ? undefined : lang
  return (
    <article class="item-card">
      <Marks {...props} />
      <Heading level={props.headingLevel ?? 2}>
        <a href={props.href} lang={foreign}>
          <Passages text={props.title} />
        </a>
      </Heading>
      <Facts {...props} />
      {props.summary && props.summary.length > 0 && (
        <p class="item-summary" lang={foreign}>
          <Passages text={props.summary} />
        </p>
      )}
      {concepts.length > 0 && <ConceptTags t={t} concepts={concepts} most={6} />}
      {why.length > 0 && (
        <ul class="item-why" aria-label={t('ui.why-found')}>
          {why.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
      {props.action && <div class="item-action">{props.action}</div>}
    </article>
  )
}

export interface ItemListProps {
  /** One ItemCard (or other element) each. */
  readonly items: readonly Child[]
  readonly label?: string | undefined
  /** Side by side where there is room, for short cards. */
  readonly columns?: boolean | undefined
}

export const ItemList = ({ items, label, columns }: ItemListProps) => (
  <ul class={columns ? 'item-list item-list-columns' : 'item-list'} aria-label={label}>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
