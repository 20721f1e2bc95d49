// The sign of a state: a lozenge for the origin, a full disc, a ring, a cross.
import type { Translate } from '#kernel/locale.ts'
import type { LineageState, Point } from './lineage.ts'

const lozenge = ([x, y]: Point, r: number): string => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
const disc = ([x, y]: Point, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
const cross = ([x, y]: Point, r: number): string =>
  `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`

export const Shape = ({ state, at, size }: { state: LineageState; at: Point; size: number }) => {
  if (state === 'origin') return <path class="lineage-shape lineage-origin" d={lozenge(at, size * 1.35)} />
  if (state !== 'stopped') return <path class={`lineage-shape lineage-${state}`} d={disc(at, size)} />
  return (
    <>
      <path class="lineage-ground" d={disc(at, size)} />
      <path class="lineage-shape lineage-stopped" d={cross(at, size * 0.75)} />
    </>
  )
}

const states: readonly LineageState[] = ['origin', 'running', 'planned', 'stopped']

/** What the signs mean; only those that occur. */
export const LineageLegend = ({ t, shown }: { t: Translate; shown: readonly LineageState[] }) => (
  <ul class="map-legend">
    {states
      .filter((state) => shown.includes(state))
      .map((state) => (
        <li>
          <svg class="lineage-key" viewBox="0 0 56 24" aria-hidden="true">
            {state !== 'origin' && <path class={`lineage-line lineage-${state}`} d="M2 12H34" />}
            <Shape state={state} at={[state === 'origin' ? 28 : 44, 12]} size={8} />
          </svg>
          {t(`ui.lineage-${state}`)}
        </li>
      ))}
  </ul>
)
