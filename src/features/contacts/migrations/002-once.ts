// A double click enters nobody twice.
import { migration } from '#platform/db/migration.ts'

export const onceEach = migration(
  'contacts/002-once',
  `
create unique index contact_once on contact (organisation_id, function, lower(name), begins_on) where ends_on is null;
`,
)
