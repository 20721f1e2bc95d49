// Sections of brought files, waiting to be taken over: whoever may change the practice sees them, nobody else.
import { migration } from '#platform/db/migration.ts'

export const createDrafting = migration(
  'drafting/001-create',
  `
create table draft_section (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  position smallint not null,
  heading text not null default '',
  text text not null,
  -- A part of the practice, or its summary; null: nowhere.
  proposed text,
  created_at timestamptz not null default now()
);
create index draft_section_by_contribution on draft_section (contribution_id, position);
alter table draft_section enable row level security;
create policy changers on draft_section for select to vicinia_app using (app.may_change(contribution_id));
create policy write on draft_section for insert to vicinia_app with check (app.may_change(contribution_id));
create policy erase on draft_section for delete to vicinia_app using (app.may_change(contribution_id));
create policy system on draft_section to vicinia_system using (true);
grant select, insert, delete on draft_section to vicinia_app;
`,
)
