// What somebody is typing, kept while they type: their own, until they save or discard it.
import { migration } from '#platform/db/migration.ts'

export const keptText = migration(
  'practices/004-kept-text',
  `
create table practice_kept_text (
  id int generated always as identity primary key,
  person_id int not null references person,
  -- Null: a practice that was not saved yet.
  contribution_id int references contribution,
  typed jsonb not null,
  at timestamptz not null,
  unique nulls not distinct (person_id, contribution_id)
);
alter table practice_kept_text enable row level security;
create policy own on practice_kept_text to vicinia_app
  using (person_id = (select app.person()) and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id)))
  with check (person_id = (select app.person()) and (contribution_id is null or app.may_change(contribution_id)));
create policy system on practice_kept_text to vicinia_system using (true);
grant select, insert, delete, update (typed, at) on practice_kept_text to vicinia_app;
`,
)
