// Threads and pins of rooms; rooms themselves, and who is in them, stand on the trunk.
import { migration } from '#platform/db/migration.ts'

export const createRooms = migration(
  'rooms/001-create',
  `
create table thread (
  contribution_id int primary key references contribution,
  text text not null
);
alter table thread enable row level security;
create policy follows on thread for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on thread for insert to vicinia_app with check (app.may_change(contribution_id));
create policy system on thread to vicinia_system using (true);
grant select, insert on thread to vicinia_app;

-- What a room keeps in sight; its room is that of the contribution. Whoever is in pins; who pinned it and the hosts take it down.
create table room_pin (
  contribution_id int primary key references contribution,
  pinned_by int not null references person,
  at timestamptz not null default now()
);
alter table room_pin enable row level security;
create policy follows on room_pin for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy pin on room_pin for insert to vicinia_app with check (pinned_by = (select app.person()) and exists (
  select 1 from contribution c where c.id = contribution_id and app.is_of_rooms(c.kind) and c.state = 'published' and not app.is_archived(c.audience_id)));
create policy unpin on room_pin for delete to vicinia_app using (exists (
  select 1 from contribution c where c.id = contribution_id and not app.is_archived(c.audience_id)
    and (room_pin.pinned_by = (select app.person()) or app.hosts(c.audience_id))));
create policy system on room_pin to vicinia_system using (true);
grant select, delete, insert (contribution_id, pinned_by) on room_pin to vicinia_app;
`,
)
