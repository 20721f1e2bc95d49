// Whose words a notice on its way to a device tells of, or of which room: it is not sent to whoever blocked them meanwhile, or left.
import { migration } from '#platform/db/migration.ts'

export const addWhoseWords = migration(
  'push/003-whose-words',
  `
alter table push_delivery add by_id int references person on delete cascade, add room_id int references audience on delete cascade;
create index push_delivery_by on push_delivery (by_id) where by_id is not null;
create index push_delivery_of_room on push_delivery (room_id) where room_id is not null;
`,
)
