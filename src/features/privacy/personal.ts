// Everything that is declared about persons, of the trunk and of all features, in one.
import type { Feature } from '#platform/feature.ts'
import type { PersonalColumn, PersonalPart, Retention } from '#platform/personal.ts'
import { trunkPersonal } from '#trunk/personal.ts'

export interface DeclaredColumn extends PersonalColumn {
  readonly table: string
  readonly column: string
}

export const declaredColumns = (features: readonly Feature[]): DeclaredColumn[] =>
  [trunkPersonal, ...features.map(({ personal = {} }) => personal)].flatMap((columns) =>
    Object.entries(columns).map(([name, declared]) => {
      const [table = '', column = ''] = name.split('.')
      return { ...declared, table, column }
    }),
  )

/** A table of a part, with the columns by which a row of it is somebody's. */
export interface PartTable {
  readonly table: string
  readonly columns: readonly string[]
  /** Functions of the database that give the ids of further rows. */
  readonly also: readonly string[]
}

/** In the order in which they are declared, each table once. */
export function tablesOfPart(features: readonly Feature[], part: PersonalPart): PartTable[] {
  const own = declaredColumns(features).filter((one) => one.part === part)
  return [...new Set(own.map(({ table }) => table))].map((table) => {
    const its = own.filter((one) => one.table === table)
    return { table, columns: its.map(({ column }) => column), also: its.flatMap(({ also = [] }) => also) }
  })
}

/** Those that are forgotten after a time first, then what something else ends. */
export const retentions = (features: readonly Feature[]): Retention[] =>
  features
    .flatMap(({ retention = [] }) => retention)
    .sort((one, other) => Number(one.days === undefined) - Number(other.days === undefined))
