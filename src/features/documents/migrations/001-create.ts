// Documents of rooms: every file that was ever attached to one is a version of it, and stays.
import { migration } from '#platform/db/migration.ts'

export const createDocuments = migration(
  'documents/001-create',
  `
create table document_version (
  -- A version is never removed by requests (see below); where the system removes a file, its note goes along.
  attachment_id int primary key references attachment on delete cascade,
  contribution_id int not null references contribution,
  said text not null check (length(said) <= 300)
);
create index document_version_by_contribution on document_version (contribution_id);
alter table document_version enable row level security;
create policy follows on document_version for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on document_version for insert to vicinia_app with check (exists (
  select 1 from attachment a join contribution c on c.id = a.contribution_id
  where a.id = attachment_id and a.contribution_id = document_version.contribution_id and a.uploaded_by = (select app.person()) and c.kind = 'document'));
create policy system on document_version to vicinia_system using (true);
grant select, insert on document_version to vicinia_app;

-- Whoever is in the room brings a version; nobody takes one away.
create policy bring_version on attachment for insert to vicinia_app with check (
  uploaded_by = (select app.person()) and reply_id is null and exists (
    select 1 from contribution c where c.id = contribution_id and c.kind = 'document' and c.state = 'published'));
create policy keep_versions on attachment as restrictive for delete to vicinia_app using (reply_id is not null or exists (
  select 1 from contribution c where c.id = contribution_id and c.kind <> 'document'));
`,
)
