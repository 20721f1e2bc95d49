// Rooms: circles of persons who work on something together, who is in them and who asks to be, and guests from outside cities,
// who reach their rooms and nothing else until the moment at which it ends. Who is in reaches the room's audience; nobody else does.
import { migration } from '#platform/db/migration.ts'

export const rooms = migration(
  'trunk/010-rooms',
  `
-- A guest comes with the name of where they work, which is nobody's entry in the register: an organisation of one.
alter table organisation drop constraint organisation_kind_check,
  add constraint organisation_kind_check check (kind in ('municipality', 'association', 'region', 'office', 'partner', 'guest', 'unnamed'));
alter table person add column guest boolean not null default false;
grant select (guest) on person to vicinia_app;

alter table audience_person
  -- Looks after the room: a duty, passed on.
  add column host boolean not null default false,
  add column since timestamptz not null default now(),
  -- Of a guest: the moment at which it ends; of all others null.
  add column until timestamptz;

create table room (
  audience_id int primary key references audience,
  name text not null check (length(name) between 3 and 120),
  aim text not null check (length(aim) <= 2000),
  lang text not null,
  concepts text[] not null default '{}',
  entry text not null check (entry in ('open', 'request', 'invitation')),
  -- The network or a forum: to whom it is known unless one comes in by invitation only.
  listed_for int not null references audience,
  -- The Chatham House Rule: what was said may be used, who said it may not be told.
  chatham boolean not null,
  created_at timestamptz not null default now(),
  -- Read by its members, written by nobody, until a host opens it again.
  archived_at timestamptz,
  -- Only where nobody has written anything.
  deleted_at timestamptz,
  revision int not null default 1,
  demonstration boolean not null default false
);
create table room_request (
  audience_id int not null references room,
  person_id int not null references person,
  text text not null check (length(text) between 1 and 1000),
  at timestamptz not null default now(),
  declined_at timestamptz,
  primary key (audience_id, person_id)
);
create index room_request_by_person on room_request (person_id);
create table room_invitation (
  id int generated always as identity primary key,
  audience_id int not null references room,
  -- Somebody whom the host knows by name, or whoever reads this address: whether it is anybody's here is not told to the host.
  person_id int references person,
  email text,
  lang text not null,
  invited_by int not null references person,
  -- Until when a guest may stay.
  until timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  token_hash text unique,
  mailed_at timestamptz,
  check ((person_id is null) <> (email is null)),
  check ((email is null) = (until is null))
);
create unique index room_invitation_of_person on room_invitation (audience_id, person_id) where person_id is not null;
create unique index room_invitation_of_address on room_invitation (audience_id, lower(email)) where email is not null;
create index room_invitation_by_person on room_invitation (person_id) where person_id is not null;
create index room_invitation_by_address on room_invitation (lower(email)) where email is not null;
-- Guests who were ever in: what they wrote stays, so their names stay known to the room.
create table room_guest (
  audience_id int not null references audience,
  person_id int not null references person,
  primary key (audience_id, person_id)
);

-- A person of an organisation that is no member any more reaches no room; a guest reaches nothing but theirs.
create or replace function app.audiences_of(whose int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(id::text, ',' order by id) from (
    select 1 as id
    union select 2 from person p join organisation o on o.id = p.organisation_id
      where p.id = whose and (o.active or (o.kind = 'office' and p.role = 'office'))
    union select a.id from person p join audience a on a.organisation_id = p.organisation_id where p.id = whose
    union select a.id from person p join organisation o on o.id = p.organisation_id
      join forum_member m on m.organisation_id = o.id and not m.resting and (o.active or m.without_network)
      join audience a on a.forum_id = m.forum_id where p.id = whose
    union select a.id from person p join audience a on a.forum_id = p.forum_id where p.id = whose and p.role = 'office'
    union select ap.audience_id from audience_person ap join audience a on a.id = ap.audience_id
      join person p on p.id = ap.person_id join organisation o on o.id = p.organisation_id
      where ap.person_id = whose and (ap.until is null or ap.until > now()) and case when a.kind = 'room'
        then p.guest or o.active or (o.kind = 'office' and p.role = 'office') or exists (
          select 1 from forum_member m where m.organisation_id = o.id and m.without_network and not m.resting)
        else not p.guest end
  ) reached $$;

-- As before, and: whose time as a guest is over is let in nowhere any more.
create or replace function app.enter(whose int, with_session int) returns table (
  person_id int, slug text, name text, role text, organisation_id int, organisation_name text, organisation_slug text,
  active boolean, forum_id int, lang text, session_id int, audiences text
) language plpgsql security definer set search_path = public, pg_temp as $$
declare found_person record; reached text;
begin
  select p.id, p.slug, p.name, p.role, p.forum_id, p.lang, o.id as organisation_id,
         coalesce(o.names ->> p.lang, o.name) as organisation_name, o.slug as organisation_slug, o.active
    into found_person from person p join organisation o on o.id = p.organisation_id where p.id = whose and p.left_at is null
      and (not p.guest or exists (select 1 from audience_person ap where ap.person_id = p.id and ap.until > now()));
  if found_person.id is null then return; end if;
  reached := app.audiences_of(found_person.id);
  perform set_config('app.person', found_person.id::text, true), set_config('app.audiences', reached, true),
          set_config('app.organisation', found_person.organisation_id::text, true),
          set_config('app.role', found_person.role || case when found_person.role = 'office' and found_person.forum_id is null then ':network' else '' end, true);
  return query select found_person.id::int, found_person.slug::text, found_person.name::text, found_person.role::text,
    found_person.organisation_id::int, found_person.organisation_name::text, found_person.organisation_slug::text,
    found_person.active::boolean, found_person.forum_id::int, found_person.lang::text, with_session, reached;
end $$;

-- Security definer: policies of one table ask them about another, or about their own.
create function app.hosts(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select which = any (app.audiences()) and exists (
    select 1 from audience_person ap join room r using (audience_id)
    where ap.audience_id = which and ap.person_id = app.person() and ap.host and r.deleted_at is null) $$;
-- Rooms that this person is invited to, by name or at their address.
create function app.invited_to() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(i.audience_id) from room_invitation i join person p on p.id = app.person()
  where i.expires_at > now() and (i.person_id = p.id or lower(i.email) = lower(p.email)) $$;
-- Who is, and which guests were, in a room with this person.
create function app.room_mates() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(mate) from (
    select ap.person_id as mate from audience_person ap join audience a on a.id = ap.audience_id and a.kind = 'room'
      where ap.audience_id = any (app.audiences())
    union select g.person_id from room_guest g where g.audience_id = any (app.audiences())) mates $$;
create function app.guest_organisations() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(organisation_id) from person where guest and id = any (app.room_mates()) $$;
create function app.is_guest() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from person where id = app.person() and guest) $$;
create function app.is_archived(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from room where audience_id = which and (archived_at is not null or deleted_at is not null)) $$;
-- Kinds of contributions that belong to a room and never leave it.
create function app.is_of_rooms(kind text) returns boolean language sql immutable parallel safe as $$ select kind in ('thread', 'document') $$;

alter table room enable row level security;
create policy known on room for select to vicinia_app using (deleted_at is null and (
  audience_id = any ((select app.audiences())::int[])
  or (entry <> 'invitation' and archived_at is null and listed_for = any ((select app.audiences())::int[]))
  or audience_id = any ((select app.invited_to())::int[])));
create policy host on room for update to vicinia_app using (app.hosts(audience_id)) with check (app.hosts(audience_id));
create policy system on room to vicinia_system using (true);
grant select, update (name, aim, lang, concepts, entry, chatham, archived_at, revision) on room to vicinia_app;

-- What was written for few is not opened to many, and what was said under the rule stays under it.
create function app.keep_room() returns trigger language plpgsql as $$
begin
  if array_position(array['open', 'request', 'invitation'], new.entry) < array_position(array['open', 'request', 'invitation'], old.entry)
    or (old.chatham and not new.chatham) then
    raise exception 'a room never opens wider than it was, nor drops the Chatham House Rule' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_room before update on room for each row execute function app.keep_room();

drop policy reached on audience_person;
-- Its members; and who looks after a room is known to whoever may know the room.
create policy reached on audience_person for select to vicinia_app using (
  audience_id = any ((select app.audiences())::int[])
  or exists (select 1 from audience a where a.id = audience_id and a.created_by = (select app.person()))
  or (host and exists (select 1 from room r where r.audience_id = audience_person.audience_id)));
create policy leave on audience_person for delete to vicinia_app using (
  exists (select 1 from room r where r.audience_id = audience_person.audience_id)
  and (person_id = (select app.person()) or app.hosts(audience_id)));
create policy pass_on on audience_person for update to vicinia_app using (app.hosts(audience_id)) with check (app.hosts(audience_id));
-- Named persons are persons of the network.
create policy no_guests on audience_person as restrictive for insert to vicinia_app with check (
  not host and until is null and not exists (select 1 from person p where p.id = person_id and p.guest));
grant delete, update (host, until) on audience_person to vicinia_app;

-- A guest is in until a moment and hosts nothing; everybody else is in without one.
create function app.keep_belonging() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare is_guest boolean := (select guest from person where id = new.person_id);
begin
  if is_guest <> (new.until is not null) or (is_guest and new.host) then
    raise exception 'a guest stays until a moment and hosts no room' using errcode = '23514';
  end if;
  if is_guest then insert into room_guest values (new.audience_id, new.person_id) on conflict do nothing; end if;
  return new;
end $$;
create trigger keep_belonging before insert or update on audience_person for each row execute function app.keep_belonging();

-- The last host passes it on or closes the room. The room's row is held, so that of two who step back at once one stays.
create function app.keep_hosts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.host then return null; end if;
  perform 1 from room where audience_id = old.audience_id and archived_at is null and deleted_at is null for update;
  if found and not exists (select 1 from audience_person where audience_id = old.audience_id and host) then
    raise exception 'a room has a host' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger keep_hosts after update or delete on audience_person for each row when (old.host) execute function app.keep_hosts();

alter table room_request enable row level security;
create policy reached on room_request for select to vicinia_app using (person_id = (select app.person()) or app.hosts(audience_id));
create policy ask on room_request for insert to vicinia_app with check (
  person_id = (select app.person()) and not (audience_id = any ((select app.audiences())::int[])) and not (select app.is_guest())
  and exists (select 1 from room r where r.audience_id = room_request.audience_id and r.entry = 'request' and r.archived_at is null));
create policy answer on room_request for update to vicinia_app using (app.hosts(audience_id)) with check (app.hosts(audience_id));
create policy take_back on room_request for delete to vicinia_app using (person_id = (select app.person()));
create policy system on room_request to vicinia_system using (true);
grant select, delete, insert (audience_id, person_id, text), update (declined_at) on room_request to vicinia_app;

alter table room_invitation enable row level security;
create policy reached on room_invitation for select to vicinia_app using (app.hosts(audience_id) or person_id = (select app.person()));
create policy invite on room_invitation for insert to vicinia_app with check (
  invited_by = (select app.person()) and app.hosts(audience_id) and not app.is_archived(audience_id)
  and (person_id is null or exists (select 1 from person p where p.id = person_id and not p.guest and p.left_at is null)));
create policy take_back on room_invitation for delete to vicinia_app using (app.hosts(audience_id) or person_id = (select app.person()));
create policy system on room_invitation to vicinia_system using (true);
grant select (id, audience_id, person_id, email, lang, invited_by, until, created_at, expires_at), delete,
  insert (audience_id, person_id, email, lang, invited_by, until, expires_at) on room_invitation to vicinia_app;
alter table room_guest enable row level security;
create policy system on room_guest to vicinia_system using (true);

-- Reaches the room from now on in this transaction, so that what follows is written as somebody who is in.
create function app.reach_room(which int) returns text language sql as $$
  select set_config('app.audiences', array_to_string(array_append(app.audiences(), which), ','), true) $$;
revoke execute on function app.reach_room(int) from public;

-- A new room with this person as its host; gives its audience, or null where they may not.
create function app.found_room(called text, its_aim text, its_lang text, its_entry text, listed int, under_chatham boolean) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare made int;
begin
  if app.person() is null or app.is_guest() or not (listed = any (app.audiences()))
    or not exists (select 1 from audience where id = listed and kind in ('network', 'forum')) then return null; end if;
  insert into audience (kind) values ('room') returning id into made;
  insert into room (audience_id, name, aim, lang, entry, listed_for, chatham) values (made, called, its_aim, its_lang, its_entry, listed, under_chatham);
  insert into audience_person (audience_id, person_id, host) values (made, app.person(), true);
  perform app.reach_room(made);
  return made;
end $$;

-- Comes in: to an open room that one may know of, or as somebody invited. False where neither holds.
create function app.join_room(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_room room; me person; invitation room_invitation;
begin
  select * into found_room from room where audience_id = which and deleted_at is null and archived_at is null for share;
  select * into me from person where id = app.person();
  if found_room.audience_id is null or me.id is null then return false; end if;
  select * into invitation from room_invitation i where i.audience_id = which and i.expires_at > now()
    and (i.person_id = me.id or lower(i.email) = lower(me.email)) limit 1;
  if invitation.id is null and (me.guest or found_room.entry <> 'open' or not (found_room.listed_for = any (app.audiences()))) then
    return which = any (app.audiences());
  end if;
  insert into audience_person (audience_id, person_id, until) values (which, me.id, case when me.guest then invitation.until end)
    on conflict (audience_id, person_id) do update set until = excluded.until;
  delete from room_invitation i where i.audience_id = which and (i.person_id = me.id or lower(i.email) = lower(me.email));
  delete from room_request where audience_id = which and person_id = me.id;
  perform app.reach_room(which);
  return true;
end $$;

create function app.decline_room(which int) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from room_invitation i using person p
  where p.id = app.person() and i.audience_id = which and (i.person_id = p.id or lower(i.email) = lower(p.email)) $$;

-- A host lets in who asked; false where nobody asks any more.
create function app.admit_to_room(which int, whom int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.hosts(which) or app.is_archived(which) then return false; end if;
  delete from room_request q using person p
    where q.audience_id = which and q.person_id = whom and q.declined_at is null and p.id = whom and p.left_at is null;
  if not found then return false; end if;
  insert into audience_person (audience_id, person_id) values (which, whom) on conflict do nothing;
  return true;
end $$;

-- Whether people have written something else in it than contributions; a feature that adds such a thing says so here.
create function app.has_work(which int) returns boolean language sql stable as $$ select false $$;
-- Only where nobody has written anything: otherwise it is archived. False where it may not be.
create function app.delete_room(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.hosts(which) then return false; end if;
  perform 1 from room where audience_id = which for update;
  if exists (select 1 from contribution where audience_id = which) or app.has_work(which) then return false; end if;
  update room set deleted_at = now() where audience_id = which;
  delete from room_invitation where audience_id = which;
  delete from room_request where audience_id = which;
  delete from audience_person where audience_id = which;
  return true;
end $$;
revoke execute on function app.hosts(int), app.invited_to(), app.room_mates(), app.guest_organisations(), app.is_guest(), app.is_archived(int),
  app.found_room(text, text, text, text, int, boolean), app.join_room(int), app.decline_room(int), app.admit_to_room(int, int), app.delete_room(int) from public;
grant execute on function app.hosts(int), app.invited_to(), app.room_mates(), app.guest_organisations(), app.is_guest(), app.is_archived(int)
  to vicinia_app, vicinia_system;
grant execute on function app.found_room(text, text, text, text, int, boolean), app.join_room(int), app.decline_room(int), app.admit_to_room(int, int),
  app.delete_room(int) to vicinia_app;

-- Persons and organisations: a guest is known to their rooms alone, and knows those who are in them.
drop policy inside on person;
create policy inside on person for select to vicinia_app using (
  (not guest and 2 = any ((select app.audiences())::int[])) or organisation_id = (select app.organisation())
  or id = (select app.person()) or id = any ((select app.room_mates())::int[]));
create policy guests_among_themselves on organisation as restrictive for select to vicinia_app using (
  kind <> 'guest' or id = (select app.organisation()) or id = any ((select app.guest_organisations())::int[]));

-- What belongs to a room is nobody's who is not in it: not its author's either, nor their coordinator's or a co-author's.
create policy within_rooms on contribution as restrictive for select to vicinia_app using (
  not app.is_of_rooms(kind) or audience_id = any ((select app.audiences())::int[]));
create policy in_open_rooms on contribution as restrictive for insert to vicinia_app with check (
  not app.is_archived(audience_id)
  and (app.kind_of_audience(audience_id) = 'room' or not (app.is_of_rooms(kind) or (select app.is_guest()))));
create policy change_in_open_rooms on contribution as restrictive for update to vicinia_app using (
  not app.is_of_rooms(kind) or not app.is_archived(audience_id));
create function app.keep_in_room() returns trigger language plpgsql as $$
begin
  if new.audience_id <> old.audience_id then
    raise exception 'what belongs to a room never leaves it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_in_room before update of audience_id on contribution for each row
  when (app.is_of_rooms(old.kind)) execute function app.keep_in_room();

-- An author who left a room goes on deciding about what they gave to it, and reads nothing more of what others write there.
drop policy follows on reply;
create policy follows on reply for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id
    and (c.audience_id = any ((select app.audiences())::int[]) or app.kind_of_audience(c.audience_id) <> 'room'))
  or (reply.author_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id)));
create policy in_open_rooms on reply as restrictive for insert to vicinia_app with check (exists (
  select 1 from contribution c where c.id = contribution_id and not app.is_archived(c.audience_id)
    and (not (select app.is_guest()) or app.kind_of_audience(c.audience_id) = 'room')));
create policy in_open_rooms on attachment as restrictive for insert to vicinia_app with check (exists (
  select 1 from contribution c where c.id = contribution_id and not app.is_archived(c.audience_id)));
create policy erase_in_open_rooms on attachment as restrictive for delete to vicinia_app using (exists (
  select 1 from contribution c where c.id = contribution_id and not app.is_archived(c.audience_id)));
create policy no_guests on co_author as restrictive for insert to vicinia_app with check (
  not exists (select 1 from person p where p.id = person_id and p.guest));
`,
)
