// From branches to what the drawings of ui/lineage show: the practice's city first, then each after what it was taken from.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { LineageNode } from '#ui/lineage/lineage.ts'
import type { Place } from '../members/public.ts'
import { type Practice, practicePath } from '../practices/public.ts'
import type { Branch } from './lineage.ts'
import { adoptionPath } from './paths.ts'
import type { AdoptionLine } from './store-lists.ts'
import { begunIn, stageMark } from './views/course.ts'

type At = Pick<LineageNode, 'latitude' | 'longitude'>
const nowhere: At = { latitude: null, longitude: null }

export function nodesOf(
  t: Translate,
  practice: Practice,
  branches: readonly Branch<AdoptionLine>[],
  places: readonly Place[],
): LineageNode[] {
  const at = new Map(places.map(({ id, latitude, longitude }): [number, At] => [id, { latitude, longitude }]))
  const indexes = new Map(branches.map(({ line }, index) => [line.id, index + 1]))
  const origin: LineageNode = {
    name: practice.organisationName,
    href: practicePath(practice.id, practice.title),
    note: countryName(t.lang, practice.country),
    state: 'origin',
    stateLabel: t('adoptions.origin'),
    depth: 0,
    parent: undefined,
    ...(at.get(practice.organisationId) ?? nowhere),
  }
  const nodes = branches.map(
    ({ line, depth, parent }): LineageNode => ({
      name: line.organisationName,
      href: adoptionPath(line.id, line.title),
      note: countryName(t.lang, line.country),
      begun: begunIn(t, line),
      mark: line.demonstration ? t('adoptions.demonstration') : undefined,
      state: line.stage,
      stateLabel: stageMark(t, line).label,
      depth,
      parent: parent === undefined ? 0 : indexes.get(parent.id),
      ...(at.get(line.organisationId) ?? nowhere),
    }),
  )
  return [origin, ...nodes]
}
