// Folders and what lies in them: whose they are, whom they are shared with, and who may put in and take out.
import { migration } from '#platform/db/migration.ts'

export const createBookmarks = migration(
  'bookmarks/001-create',
  `
create table bookmark_folder (
  id int generated always as identity primary key,
  owner_id int not null references person,
  name text not null check (length(name) between 1 and 80),
  -- Null: its owner's alone. Else the owner's city or a room: then it is theirs, also when the owner is no longer among them.
  audience_id int references audience,
  created_at timestamptz not null default now()
);
create index bookmark_folder_by_owner on bookmark_folder (owner_id);
create index bookmark_folder_by_audience on bookmark_folder (audience_id) where audience_id is not null;

-- Is the owner still among those whom the folder is shared with? Where the viewer cannot tell, the answer is yes.
create function app.has_folder_owner(audience int, owner int) returns boolean language sql stable as $$
  select exists (select 1 from audience a where a.id = audience and case a.kind
    when 'organisation' then exists (select 1 from person p where p.id = owner and p.organisation_id = a.organisation_id and p.left_at is null)
    when 'room' then exists (select 1 from audience_person ap where ap.audience_id = a.id and ap.person_id = owner)
      and not exists (select 1 from person p where p.id = owner and p.left_at is not null)
    else true end) $$;
-- One may share with one's own city, and with a room that one is in: with nobody else.
create function app.may_share_folder(audience int) returns boolean language sql stable as $$
  select audience is null or (audience = any ((select app.audiences())::int[])
    and exists (select 1 from audience a where a.id = audience and a.kind in ('organisation', 'room'))) $$;

alter table bookmark_folder enable row level security;
create policy reached on bookmark_folder for select to vicinia_app using (
  (audience_id is null and owner_id = (select app.person())) or audience_id = any ((select app.audiences())::int[]));
create policy write on bookmark_folder for insert to vicinia_app
  with check (owner_id = (select app.person()) and app.may_share_folder(audience_id));
-- Its owner; and whoever it is shared with takes it over once its owner is gone.
create policy change on bookmark_folder for update to vicinia_app using (
  (audience_id is null and owner_id = (select app.person()))
  or (audience_id = any ((select app.audiences())::int[])
    and (owner_id = (select app.person()) or not app.has_folder_owner(audience_id, owner_id)))
) with check (owner_id = (select app.person()) and app.may_share_folder(audience_id));
create policy erase on bookmark_folder for delete to vicinia_app using (
  owner_id = (select app.person()) and (audience_id is null or audience_id = any ((select app.audiences())::int[])));
create policy system on bookmark_folder to vicinia_system using (true);
grant select, insert, delete, update (name, audience_id, owner_id) on bookmark_folder to vicinia_app;

create table bookmark (
  folder_id int not null references bookmark_folder on delete cascade,
  contribution_id int not null references contribution,
  added_by int not null references person,
  added_at timestamptz not null default now(),
  note text not null default '' check (length(note) <= 300),
  primary key (folder_id, contribution_id)
);
create index bookmark_by_contribution on bookmark (contribution_id);

alter table bookmark enable row level security;
-- The folder and the thing itself must be within reach: a folder never shows, names or counts what its reader could not see anyway.
create policy follows on bookmark for select to vicinia_app using (
  exists (select 1 from bookmark_folder f where f.id = folder_id) and exists (select 1 from contribution c where c.id = contribution_id));
create policy write on bookmark for insert to vicinia_app with check (
  added_by = (select app.person())
  and exists (select 1 from bookmark_folder f where f.id = folder_id) and exists (select 1 from contribution c where c.id = contribution_id));
create policy erase on bookmark for delete to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id)
  and exists (select 1 from bookmark_folder f where f.id = folder_id
    and (added_by = (select app.person()) or f.owner_id = (select app.person()))));
create policy system on bookmark to vicinia_system using (true);
grant select, insert, delete on bookmark to vicinia_app;

-- What colleagues put in, and noted, was for those who could see it then: it does not move on to others with the folder.
create function app.empty_moved_folder() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin delete from bookmark where folder_id = new.id and added_by <> new.owner_id; return null; end $$;
create trigger empty_moved_folder after update of audience_id on bookmark_folder for each row
  when (old.audience_id is not null and old.audience_id is distinct from new.audience_id) execute function app.empty_moved_folder();
`,
)
