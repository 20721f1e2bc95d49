// When somebody was here last, and the time before: what came since is new to them. Two moments a person, nothing of what they read.
import { migration } from '#platform/db/migration.ts'

export const visits = migration(
  'trunk/005-visits',
  `
create table visit (
  person_id int primary key references person on delete cascade,
  last_at timestamptz not null,
  -- The end of the last day before that one with a visit; null as long as there was none.
  before_at timestamptz
);
alter table visit enable row level security;
create policy own on visit for select to vicinia_app using (person_id = (select app.person()));
create policy system on visit to vicinia_system using (true);
grant select on visit to vicinia_app;
`,
)
