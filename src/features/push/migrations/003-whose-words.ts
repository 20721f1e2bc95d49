// Whose words a notice on its way to a device tells of: it is not sent to whoever blocked them meanwhile.
import { migration } from '#platform/db/migration.ts'

export const addWhoseWords = migration(
  'push/003-whose-words',
  `
alter table push_delivery add by_id int references person on delete cascade;
create index push_delivery_by on push_delivery (by_id) where by_id is not null;
`,
)
