// A lineage as a tree that grows downwards and to the right: readable on a telephone, each city a link.
import type { Translate } from '#kernel/locale.ts'
import { arrowHead, type LineageNode } from './lineage.ts'
import { Shape } from './lineage-shape.tsx'

export interface LineageTreeProps {
  readonly t: Translate
  readonly title: string
  /** The origin first, each after what it was taken from. */
  readonly nodes: readonly LineageNode[]
  /** Where the same stands as a table. */
  readonly tableHref: string
}

const row = 74
const step = 24
const edge = 14
/** Deeper ones stay below each other, so that the drawing does not grow out of a telephone. */
const deepest = 7

const xOf = ({ depth }: LineageNode): number => edge + Math.min(depth, deepest) * step
const yOf = (index: number): number => 18 + index * row

/** From the origin's size of letters: nobody measures text on the server, so a little more than most need. */
const widthOf = (nodes: readonly LineageNode[]): number =>
  Math.max(
    ...nodes.map((node) => {
      const name = node.name.length * 9.5 + (node.mark ? node.mark.length * 7 + 24 : 0)
      const notes = Math.max(node.note.length + node.stateLabel.length + 3, node.begun?.length ?? 0) * 6.9
      return xOf(node) + 20 + Math.max(name, notes)
    }),
  )

const Branches = ({ nodes }: Pick<LineageTreeProps, 'nodes'>) => (
  <>
    {nodes.map((node, index) => {
      const parent = node.parent === undefined ? undefined : nodes[node.parent]
      if (parent === undefined || node.parent === undefined) return null
      const [fromX, x, y] = [xOf(parent), xOf(node), yOf(index)]
      if (fromX === x) return <path class="lineage-stem" d={`M${x} ${yOf(node.parent) + 14}V${y - 12}`} />
      return (
        <g class={`lineage-${node.state}`}>
          <path class="lineage-stem" d={`M${fromX} ${yOf(node.parent) + 14}V${y}`} />
          <path class={`lineage-line lineage-${node.state}`} d={`M${fromX} ${y}H${x - 15}`} />
          <path class="lineage-head" d={arrowHead([x - 10, y], [1, 0], 8)} />
        </g>
      )
    })}
  </>
)

const City = ({
  t,
  node,
  index,
  nodes,
}: { t: Translate; node: LineageNode; index: number } & Pick<LineageTreeProps, 'nodes'>) => {
  const [x, y] = [xOf(node), yOf(index)]
  const parent = node.parent === undefined ? undefined : nodes[node.parent]
  return (
    <a class="lineage-city" href={node.href}>
      <rect class="lineage-area" x={x - 12} y={y - 16} width="100%" height={row - 4} />
      <Shape state={node.state} at={[x, y]} size={8} />
      <text class="lineage-city-name" x={x + 20} y={y + 6}>
        <tspan>{node.name}</tspan>
        {node.mark && (
          <tspan class="lineage-mark" dx="10">
            {node.mark}
          </tspan>
        )}
      </text>
      <text class="lineage-city-note" x={x + 20} y={y + 25}>
        {[node.stateLabel, node.note].filter(Boolean).join(' · ')}
      </text>
      {parent && (
        // Nobody sees it: to the eye the branch says the same.
        <text class="lineage-spoken" x={x + 20} y={y + 25}>
          {t('ui.lineage-from', { name: parent.name })}
        </text>
      )}
      {node.begun && (
        <text class="lineage-city-note" x={x + 20} y={y + 43}>
          {node.begun}
        </text>
      )}
    </a>
  )
}

export const LineageTree = ({ t, title, nodes, tableHref }: LineageTreeProps) => {
  const [width, height] = [Math.ceil(widthOf(nodes)), nodes.length * row]
  return (
    <figure class="map">
      <figcaption class="map-title">{title}</figcaption>
      <div class="lineage-frame">
        <svg class="lineage-tree" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <title>{t('ui.lineage-about', { count: nodes.length - 1 })}</title>
          <Branches nodes={nodes} />
          {nodes.map((node, index) => (
            <City t={t} node={node} index={index} nodes={nodes} />
          ))}
        </svg>
      </div>
      <a class="map-table-link" href={tableHref}>
        {t('ui.as-table')}
      </a>
    </figure>
  )
}
