// Effect and the rest of the EMMIE frame (Johnson, Tilley and Bowers 2015): for whom it worked, how, and what it took.
import { migration } from '#platform/db/migration.ts'

export const mechanism = migration(
  'practices/005-mechanism',
  `
alter table practice
  add effect text not null default '',
  add mechanism text not null default '',
  add moderators text not null default '',
  add implementation text not null default '',
  add economics text not null default '';
`,
)
