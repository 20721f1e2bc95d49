// What nobody confirmed for long is found behind what holds.
import { migration } from '#platform/db/migration.ts'

export const behind = migration(
  'search/002-behind',
  'alter table search_document add behind boolean not null default false;',
)
