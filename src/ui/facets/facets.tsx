// Narrowing a list: groups of checkboxes with counts in a GET form; with script each tick applies at once.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { formatNumber } from '#kernel/locale.ts'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'

export interface FacetOption {
  readonly value: string
  readonly label: string
  readonly count?: number | undefined
  readonly checked?: boolean | undefined
}
export interface FacetGroup {
  /** Name of the query parameter; comes several times when several are ticked. */
  readonly name: string
  readonly label: string
  readonly options: readonly FacetOption[]
  /** Radios instead of checkboxes. */
  readonly single?: boolean | undefined
  /** Default: open when something in it is ticked or it is one of the first three. */
  readonly open?: boolean | undefined
}
export interface FacetsProps {
  readonly t: Translate
  readonly action: string
  readonly groups: readonly FacetGroup[]
  /** What else stays in the query: the words searched for, the order. */
  readonly hidden?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
  /** Element that is exchanged when a tick is applied by script; default "results". */
  readonly target?: string | undefined
}

const Option = ({ t, group, option }: { t: Translate; group: FacetGroup; option: FacetOption }) => (
  <label class="facet-option">
    <input type={group.single ? 'radio' : 'checkbox'} name={group.name} value={option.value} checked={option.checked} />
    <span class="facet-label">{option.label}</span>
    {option.count !== undefined && <span class="facet-count">{formatNumber(t.lang, option.count)}</span>}
  </label>
)

const shown = 8

const Group = ({ t, group, open }: { t: Translate; group: FacetGroup; open: boolean }) => {
  const first = group.options.slice(0, shown)
  const rest = group.options.slice(shown)
  return (
    <details class="facet" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {group.label}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{group.label}</legend>
        {first.map((option) => (
          <Option t={t} group={group} option={option} />
        ))}
        {rest.length > 0 && (
          <details class="facet-rest" open={rest.some((option) => option.checked)}>
            <summary>{t('ui.facet-more', { count: rest.length })}</summary>
            {rest.map((option) => (
              <Option t={t} group={group} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  )
}

const Head = ({ t }: { t: Translate }) => (
  <div class="facets-head">
    <strong>{t('ui.facets')}</strong>
    <button class="button button-quiet" type="button" popovertarget="facets" popovertargetaction="hide">
      <Icon name="x" />
      {t('ui.close')}
    </button>
  </div>
)

const FacetsForm = ({ t, action, groups, hidden = {}, target = 'results' }: FacetsProps) => (
  <form method="get" action={action} aria-label={t('ui.facets')} data-facets={target}>
    {Object.entries(hidden).flatMap(([name, values = []]) =>
      [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
    )}
    {groups
      .filter(({ options }) => options.length > 0)
      .map((group, index) => (
        <Group t={t} group={group} open={group.open ?? (index < 3 || group.options.some(({ checked }) => checked))} />
      ))}
    <div class="facets-apply">
      <Button>{t('ui.apply')}</Button>
    </div>
  </form>
)

// A popover on small screens, so that it neither stands in the way nor needs a script; beside the list on wide ones.
export const Facets = (props: FacetsProps) => {
  const { t, groups } = props
  const chosen = groups.flatMap(({ options }) => options).filter(({ checked }) => checked).length
  return (
    <>
      <button class="button button-secondary facets-button" type="button" popovertarget="facets">
        <Icon name="filter" />
        {chosen > 0 ? t('ui.facets-chosen', { count: chosen }) : t('ui.facets')}
      </button>
      <div class="facets" id="facets" popover="auto">
        <Head t={t} />
        <FacetsForm {...props} />
      </div>
    </>
  )
}

/** How many were found, in a sentence; first thing inside `#results`, read aloud when the list has changed. */
export const ResultLine = ({ children }: { readonly children: Child }) => (
  <p class="result-line" data-announced="">
    {children}
  </p>
)

export interface ActiveFilter {
  readonly label: string
  /** The same page without this filter. */
  readonly href: string
}

/** What narrows the list now; each goes away by itself. */
export const ActiveFilters = (props: {
  readonly t: Translate
  readonly filters: readonly ActiveFilter[]
  /** The page without any. */
  readonly clearHref: string
}) =>
  props.filters.length === 0 ? null : (
    <ul class="active-filters" aria-label={props.t('ui.active-filters')}>
      {props.filters.map(({ label, href }) => (
        <li>
          <a href={href} aria-label={props.t('ui.remove-filter', { label })}>
            {label}
            <Icon name="x" />
          </a>
        </li>
      ))}
      <li>
        <a class="active-filters-clear" href={props.clearHref}>
          {props.t('ui.clear-filters')}
        </a>
      </li>
    </ul>
  )
