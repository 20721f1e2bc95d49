// Announcements: what makes a contribution an announcement; who may see it is decided on the trunk.
import { migration } from '#platform/db/migration.ts'

export const createAnnouncements = migration(
  'announcements/001-create',
  `
create table announcement (
  contribution_id int primary key references contribution,
  topic text not null check (topic in ('offer', 'news')),
  text text not null,
  -- The last day; null: until it is withdrawn.
  ends_on date
);
alter table announcement enable row level security;
create policy follows on announcement for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
-- Offices only: whoever is no office may begin a contribution, but none of this kind.
create policy write on announcement for insert to vicinia_app with check (
  (select app.role()) in ('office', 'office:network') and app.may_change(contribution_id));
create policy system on announcement to vicinia_system using (true);
grant select, insert on announcement to vicinia_app;
`,
)
