// Who was entered twice by a double click stands once, with what was entered last: the index of 002-once cannot be made before.
import { migration } from '#platform/db/migration.ts'

/** Where 002-once has been done, there is nothing left to do here. */
export const withoutDuplicates = migration(
  'contacts/003-duplicates',
  `
delete from contact k using contact newer where k.ends_on is null and newer.ends_on is null and newer.id > k.id
  and (k.organisation_id, k.function, lower(k.name), k.begins_on) = (newer.organisation_id, newer.function, lower(newer.name), newer.begins_on);
`,
  'contacts/002-once',
)
