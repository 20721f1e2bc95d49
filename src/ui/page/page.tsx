// The parts of a page inside the frame: title, body with a right column, sections.
import type { Child } from 'hono/jsx'
import type { TlpLabelName } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { LanguageMark } from '../language-mark/language-mark.tsx'
import { StateMark, type StateMarkProps } from '../state-mark/state-mark.tsx'
import { TlpLabel } from '../tlp-label/tlp-label.tsx'

export interface PageTitleProps {
  readonly t: Translate
  /** The only h1. */
  readonly title: Child
  /** What kind of thing this is, above the title: "Practice". */
  readonly kind?: string | undefined
  /** Language of the title, for texts that people wrote; shown as a mark. */
  readonly lang?: string | undefined
  readonly tlp?: TlpLabelName | undefined
  readonly audienceName?: string | null | undefined
  readonly state?: StateMarkProps | undefined
  /** A sentence or two below the title. */
  readonly lead?: Child | undefined
  /** Facts line below: a FactsList `inline`, a CityBadge, a PersonLine. */
  readonly facts?: Child | undefined
  /** The one primary action, as ButtonLink or Button; a ButtonRow if there is a secondary one. */
  readonly action?: Child | undefined
}

export const PageTitle = (props: PageTitleProps) => {
  const { t, title, kind, lang, tlp, state, lead, facts, action } = props
  const foreign = lang === t.lang ? undefined : lang
  return (
    <header class="page-title">
      <div class="page-title-words">
        {(kind || tlp || state || lang) && (
          <div class="page-marks">
            {kind && <span class="item-kind">{kind}</span>}
            {state && <StateMark {...state} />}
            {tlp && <TlpLabel t={t} label={tlp} audienceName={props.audienceName} explained />}
            {lang && <LanguageMark t={t} lang={lang} always />}
          </div>
        )}
        <h1 lang={foreign}>{title}</h1>
        {lead && <p class="page-lead">{lead}</p>}
        {facts && <div class="page-facts">{facts}</div>}
      </div>
      {action && <div class="page-action">{action}</div>}
    </header>
  )
}

export interface PageBodyProps {
  /** Right column: related things, facts; below the body on small screens. */
  readonly aside?: Child | undefined
  /** Left column: Facets; above the body on small screens, folded. */
  readonly before?: Child | undefined
  readonly children: Child
}

export const PageBody = ({ aside, before, children }: PageBodyProps) => (
  <div class={`page-body${aside ? ' page-with-aside' : ''}${before ? ' page-with-before' : ''}`}>
    {before && <div class="page-before">{before}</div>}
    <div class="page-main">{children}</div>
    {aside && <div class="page-aside">{aside}</div>}
  </div>
)

export interface SectionProps {
  readonly title: string
  /** Anchor. */
  readonly id?: string | undefined
  /** Default 2. */
  readonly level?: 2 | 3 | undefined
  /** A quiet link or button beside the heading: "All 12". */
  readonly action?: Child | undefined
  readonly children: Child
}

export const Section = ({ title, id, level = 2, action, children }: SectionProps) => (
  <section class={`section section-${level}`} id={id}>
    <div class="section-head">
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {action && <div class="section-action">{action}</div>}
    </div>
    {children}
  </section>
)

/** A part set apart by a frame: signing in, one of two ways to go on. */
export const Panel = (props: { readonly title?: string | undefined; readonly children: Child }) => (
  <section class="panel">
    {props.title && <h2>{props.title}</h2>}
    {props.children}
  </section>
)

/** Panels side by side where there is room. */
export const Panels = ({ children }: { readonly children: Child }) => <div class="panels">{children}</div>

/** Blocks below each other with even space, where neither Section nor Form gives it. */
export const Stack = ({ children }: { readonly children: Child }) => <div class="stack">{children}</div>
