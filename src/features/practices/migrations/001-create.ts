// Practices: what makes a contribution a practice; who may see it is decided on the trunk.
import { migration } from '#platform/db/migration.ts'

export const createPractices = migration(
  'practices/001-create',
  `
create table practice (
  contribution_id int primary key references contribution,
  problem text not null default '',
  analysis text not null default '',
  response text not null default '',
  partners text not null default '',
  cost text not null default '',
  staff text not null default '',
  results text not null default '',
  evaluation text not null default '',
  lessons text not null default '',
  transfer text not null default '',
  year_start smallint,
  year_end smallint,
  -- Maryland Scientific Methods Scale, 0 = not evaluated, null = not said yet
  evidence smallint check (evidence between 0 and 5),
  -- [{ title, address }], in the order of the page
  sources jsonb not null default '[]',
  from_public_sources boolean not null default false
);
alter table practice enable row level security;
create policy follows on practice for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on practice for insert to vicinia_app with check (app.may_change(contribution_id));
create policy change on practice for update to vicinia_app using (app.may_change(contribution_id)) with check (app.may_change(contribution_id));
create policy system on practice to vicinia_system using (true);
grant select, insert, update on practice to vicinia_app;
`,
)
