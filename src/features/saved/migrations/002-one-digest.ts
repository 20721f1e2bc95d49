// What is gathered stands in the one digest from now on; alerts are left for what comes at once.
import { migration } from '#platform/db/migration.ts'

export const joinDigest = migration(
  'saved/002-one-digest',
  `
-- What was told is noted at the matches: those of a digest that was raised and not sent yet stand in the next one.
delete from saved_alert where day is not null;
alter table saved_alert drop column day, drop column searches, alter column contribution_id set not null;
alter table saved_search drop column digested_on;
`,
)
