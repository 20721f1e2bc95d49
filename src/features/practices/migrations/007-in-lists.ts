// What lists ask of every practice, without reading its texts. There is no index on concepts: overlapping lists are compared by an
// operator that PostgreSQL does not hold to be leakproof, so beside row-level security it would never be used.
import { migration } from '#platform/db/migration.ts'

export const inLists = migration(
  'practices/007-in-lists',
  `
create index practice_in_lists on practice (contribution_id) include (evidence, currency);
`,
)
