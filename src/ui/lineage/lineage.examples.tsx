// Examples of LineageMap and LineageTree.
import type { Example } from '../catalogue/example.ts'
import type { LineageNode } from './lineage.ts'
import { LineageMap } from './lineage-map.tsx'
import { LineageTree } from './lineage-tree.tsx'

const node = (
  name: string,
  note: string,
  state: LineageNode['state'],
  parent: number | undefined,
  depth: number,
  [latitude, longitude]: readonly [number, number],
): LineageNode => ({ name, note, state, stateLabel: state, depth, parent, latitude, longitude, href: '#lineage' })

const nodes: readonly LineageNode[] = [
  node('Lyon', 'France', 'origin', undefined, 0, [45.76, 4.84]),
  node('Porto', 'Portugal', 'running', 0, 1, [41.15, -8.61]),
  node('Graz', 'Austria', 'running', 1, 2, [47.07, 15.44]),
  { ...node('Gdańsk', 'Poland', 'stopped', 2, 3, [54.35, 18.65]), mark: 'Example' },
  node('Liège', 'Belgium', 'planned', 0, 1, [50.63, 5.57]),
]

export const examples: readonly Example[] = [
  {
    name: 'on the map, state by shape and line',
    example: (t) => <LineageMap t={t} title="From city to city" nodes={nodes} tableHref="#lineage" />,
  },
  {
    name: 'as a tree',
    example: (t) => <LineageTree t={t} title="From city to city" nodes={nodes} tableHref="#lineage" />,
  },
]
