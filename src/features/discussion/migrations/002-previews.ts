// What is known of the pictures of attached files; the pictures lie beside the files.
import { migration } from '#platform/db/migration.ts'

export const previews = migration(
  'discussion/002-previews',
  `
create table attachment_preview (
  attachment_id int primary key references attachment on delete cascade,
  -- Of the small picture, in pixels; null: there is none, and it has been tried.
  width smallint check (width > 0),
  height smallint check (height > 0),
  -- Of a PDF; null where it could not be read or is none.
  pages int check (pages > 0),
  -- How many of its pages can be looked at one by one.
  drawn smallint not null default 0 check (drawn >= 0),
  check ((width is null) = (height is null))
);
alter table attachment_preview enable row level security;
create policy follows on attachment_preview for select to vicinia_app using (exists (select 1 from attachment a where a.id = attachment_id));
create policy system on attachment_preview to vicinia_system using (true);
grant select on attachment_preview to vicinia_app;
`,
)
