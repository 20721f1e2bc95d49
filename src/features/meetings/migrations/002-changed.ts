// When a meeting was changed last and how often, called off included: calendars outside ask for both. The revision is that of the
// form, which does not change when a meeting is called off.
import { migration } from '#platform/db/migration.ts'

export const meetingsChanged = migration(
  'meetings/002-changed',
  `
alter table meeting add column changed_at timestamptz, add column changes int;
update meeting set changed_at = greatest(created_at, cancelled_at), changes = revision - 1 + (cancelled_at is not null)::int;
alter table meeting alter column changed_at set default now(), alter column changed_at set not null,
  alter column changes set default 0, alter column changes set not null;
grant update (changed_at, changes) on meeting to vicinia_app;
`,
)
