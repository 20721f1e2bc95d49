// Files that were checked and wait for a yes: their good rows, bound to the person who brought them.
import { migration } from '#platform/db/migration.ts'

export const createImports = migration(
  'tables/001-create',
  `
create table practice_import (
  id int generated always as identity primary key,
  person_id int not null references person,
  organisation_id int not null references organisation,
  at timestamptz not null,
  -- { file, total, faulty, problems, guessed }
  report jsonb not null,
  -- The rows that may become drafts, as the practice form would send them; emptied when they have.
  good jsonb not null,
  done_at timestamptz,
  -- { drafts: [{ id, title, lang }], left: rows that the city had meanwhile }
  outcome jsonb
);
create index practice_import_by_person on practice_import (person_id);
create index practice_import_by_age on practice_import (at);
alter table practice_import enable row level security;
-- The person's own, while in the city for which the rows were checked.
create policy own on practice_import to vicinia_app
  using (person_id = (select app.person()) and organisation_id = (select app.organisation()))
  with check (person_id = (select app.person()) and organisation_id = (select app.organisation()));
create policy system on practice_import to vicinia_system using (true);
grant select, insert, delete, update (good, done_at, outcome) on practice_import to vicinia_app;
`,
)
