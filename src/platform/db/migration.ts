// One step of the schema; features and rooms list theirs in their manifests, plain SQL for PostgreSQL 15 and later.

export interface Migration {
  /** `<room>/<number>-<what>`, for example `practices/001-create`; never renamed once landed. */
  readonly name: string
  readonly sql: string
  /** The name of an earlier one that had landed and fails on what databases hold: where both are missing, this comes first. */
  readonly before?: string
}

export const migration = (name: string, sql: string, before?: string): Migration => ({
  ...{ name, sql },
  ...(before === undefined ? {} : { before }),
})
