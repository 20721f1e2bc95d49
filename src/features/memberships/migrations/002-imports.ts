// Tables of inhabitants that were checked and wait for a yes, bound to the person who brought them and to their office.
import { migration } from '#platform/db/migration.ts'

export const figureImports = migration(
  'memberships/002-imports',
  `
create table figure_import (
  id int generated always as identity primary key,
  person_id int not null references person,
  -- Whose members it was held against; null: those of the network.
  forum_id int references forum,
  at timestamptz not null,
  -- What the check found, as its page shows it.
  report jsonb not null,
  -- The figures that a yes records; emptied when it has.
  good jsonb not null,
  done_at timestamptz
);
create index figure_import_by_person on figure_import (person_id);
create index figure_import_by_age on figure_import (at);
alter table figure_import enable row level security;
create policy own on figure_import to vicinia_app using (person_id = (select app.person()) and app.is_office_of(forum_id))
  with check (person_id = (select app.person()) and app.is_office_of(forum_id));
create policy system on figure_import to vicinia_system using (true);
grant select, insert, delete, update (good, done_at) on figure_import to vicinia_app;
`,
)
