// One step of the schema; features and rooms list theirs in their manifests, plain SQL for PostgreSQL 15 and later.

export interface Migration {
  /** `<room>/<number>-<what>`, for example `practices/001-create`; never renamed once landed. */
  readonly name: string
  readonly sql: string
}

export const migration = (name: string, sql: string): Migration => ({ name, sql })
