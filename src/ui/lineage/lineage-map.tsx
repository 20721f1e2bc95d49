// A lineage on the map of Europe: bent arrows from city to city. The table on the same page holds the same places and links.
import type { Translate } from '#kernel/locale.ts'
import { borders, land } from '../map-of-europe/europe-paths.ts'
import { mapHeight, mapWidth, placeOnMap } from '../map-of-europe/projection.ts'
import { type Arrow, bentArrow, type LineageNode, type Point, placeNames } from './lineage.ts'
import { LineageLegend, Shape } from './lineage-shape.tsx'

export interface LineageMapProps {
  readonly t: Translate
  readonly title: string
  /** The origin first, each after what it was taken from. */
  readonly nodes: readonly LineageNode[]
  /** Where the same stands as a table. */
  readonly tableHref: string
}

/** In the units of the map; on a telephone letters are drawn larger, so this is the room that is kept for them. */
const letters = 40
const mostNames = 24

interface Placed {
  readonly node: LineageNode
  readonly place: Point | undefined
}

const placed = (nodes: readonly LineageNode[]): Placed[] =>
  nodes.map((node) => ({
    node,
    place: node.latitude === null || node.longitude === null ? undefined : placeOnMap(node.longitude, node.latitude),
  }))

interface Drawn {
  readonly node: LineageNode
  readonly arrow: Arrow
}

const arrowsOf = (places: readonly Placed[]): Drawn[] =>
  places.flatMap(({ node, place }) => {
    const from = node.parent === undefined ? undefined : places[node.parent]?.place
    const arrow = from && place && bentArrow(from, place, 14, 20)
    return arrow ? [{ node, arrow }] : []
  })

const Arrows = ({ arrows }: { arrows: readonly Drawn[] }) => (
  <>
    {arrows.map(({ node, arrow }) => (
      <g class={`lineage-${node.state}`}>
        <path class={`lineage-line lineage-${node.state}`} d={arrow.line} />
        <path class="lineage-head" d={arrow.head} />
      </g>
    ))}
  </>
)

const Places = ({ places }: { places: readonly Placed[] }) => (
  <>
    {places.map(
      ({ node, place }) =>
        place && (
          // Not a stop for the tabulator key: the table and the tree hold the same links.
          <a href={node.href} class="lineage-place" tabindex={-1}>
            <title>{[node.name, node.stateLabel, node.note, node.begun].filter(Boolean).join(', ')}</title>
            <Shape state={node.state} at={place} size={10} />
          </a>
        ),
    )}
  </>
)

const Names = ({ places, arrows }: { places: readonly Placed[]; arrows: readonly Drawn[] }) => {
  const heads = arrows.map(({ arrow }) => arrow.at)
  const known = places.flatMap(({ node, place }) => (place ? [{ name: node.name, place }] : []))
  if (known.length > mostNames) return null
  return (
    <>
      {placeNames(known, heads, letters, mapWidth).map(
        (label, index) =>
          label && (
            <text class="lineage-name" x={label.x} y={label.y} text-anchor={label.anchor}>
              {known[index]?.name}
            </text>
          ),
      )}
    </>
  )
}

export const LineageMap = ({ t, title, nodes, tableHref }: LineageMapProps) => {
  const places = placed(nodes)
  const arrows = arrowsOf(places)
  const outside = places.filter(({ place }) => !place).length
  return (
    <figure class="map">
      <figcaption class="map-title">
        {title}
        <span class="visually-hidden">. {t('ui.lineage-about', { count: nodes.length - 1 })}</span>
      </figcaption>
      <svg class="lineage-map" viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true">
        <path class="map-land" d={land} />
        <path class="map-borders" d={borders} />
        <Arrows arrows={arrows} />
        <Places places={places} />
        <Names places={places} arrows={arrows} />
      </svg>
      <LineageLegend t={t} shown={nodes.map(({ state }) => state)} />
      {outside > 0 && <p class="map-outside">{t('ui.lineage-outside', { count: outside })}</p>}
      <a class="map-table-link" href={tableHref}>
        {t('ui.as-table')}
      </a>
    </figure>
  )
}
