// A digest that cannot be written is tried a few times, with pauses, while those of everybody else go out.
import { migration } from '#platform/db/migration.ts'

export const countTries = migration(
  'digests/002-tries',
  `
alter table digest
  add column tries int not null default 0,
  -- After one that failed; null: at once.
  add column next_at timestamptz;
`,
)
