// Rooms, mended: what a guest wrote stays in rooms, nothing is moved into an archived one, and an invitation of before lets
// nobody back in.
import { migration } from '#platform/db/migration.ts'

export const roomsMended = migration(
  'trunk/012-rooms-mended',
  `
-- Whatever a guest wrote in a room stays in rooms: nothing of theirs reaches the network or the web.
drop policy change_in_open_rooms on contribution;
create policy change_in_open_rooms on contribution as restrictive for update to vicinia_app using (
  not app.is_of_rooms(kind) or not app.is_archived(audience_id)
) with check (not (select app.is_guest()) or app.kind_of_audience(audience_id) = 'room');
create or replace function app.keep_in_room() returns trigger language plpgsql as $$
begin
  if app.is_of_rooms(old.kind) then
    raise exception 'what belongs to a room never leaves it' using errcode = '42501';
  end if;
  if app.is_archived(new.audience_id) then
    raise exception 'nothing is moved into an archived room' using errcode = '42501';
  end if;
  return new;
end $$;
drop trigger keep_in_room on contribution;
create trigger keep_in_room before update of audience_id on contribution for each row
  when (new.audience_id <> old.audience_id) execute function app.keep_in_room();

-- Where the time that a guest would have is over, nobody is invited any more.
create or replace function app.invited_to() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(i.audience_id) from room_invitation i join person p on p.id = app.person()
  where i.expires_at > now() and (i.until is null or i.until > now()) and (i.person_id = p.id or lower(i.email) = lower(p.email)) $$;

-- Who of those in the room has this address, asked by its host; whether it is anybody else's is told to nobody.
create function app.find_in_room(which int, address text) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from audience_person ap join person p on p.id = ap.person_id
  where app.hosts(which) and ap.audience_id = which and lower(p.email) = lower(address) and p.left_at is null
    and (ap.until is null or ap.until > now()) $$;
revoke execute on function app.find_in_room(int, text) from public;
grant execute on function app.find_in_room(int, text) to vicinia_app;

-- Of one person to one room, by name and at their address. Asked by the functions here alone.
create function app.end_invitations_of(whom int, which int) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from room_invitation i using person p
  where p.id = whom and i.audience_id = which and (i.person_id = p.id or lower(i.email) = lower(p.email)) $$;
revoke execute on function app.end_invitations_of(int, int) from public;

-- Whoever leaves, or is taken out, comes back by no invitation of before. Only a guest whose time is over may have been asked to stay on.
create function app.end_invitations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.end_invitations_of(old.person_id, old.audience_id);
  return null;
end $$;
revoke execute on function app.end_invitations() from public;
create trigger end_invitations after delete on audience_person for each row
  when (old.until is null or old.until > now()) execute function app.end_invitations();

create or replace function app.join_room(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_room room; me person; invitation room_invitation;
begin
  select * into found_room from room where audience_id = which and deleted_at is null and archived_at is null for share;
  select * into me from person where id = app.person();
  if found_room.audience_id is null or me.id is null then return false; end if;
  select * into invitation from room_invitation i where i.audience_id = which and i.expires_at > now()
    and (i.until is null or i.until > now()) and (not me.guest or i.until is not null)
    and (i.person_id = me.id or lower(i.email) = lower(me.email)) limit 1;
  if invitation.id is null and (me.guest or found_room.entry <> 'open' or not (found_room.listed_for = any (app.audiences()))) then
    return which = any (app.audiences());
  end if;
  insert into audience_person (audience_id, person_id, until) values (which, me.id, case when me.guest then invitation.until end)
    on conflict (audience_id, person_id) do update set until = excluded.until;
  perform app.end_invitations_of(me.id, which);
  delete from room_request where audience_id = which and person_id = me.id;
  perform app.reach_room(which);
  return true;
end $$;

create or replace function app.admit_to_room(which int, whom int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.hosts(which) or app.is_archived(which) then return false; end if;
  delete from room_request q using person p
    where q.audience_id = which and q.person_id = whom and q.declined_at is null and p.id = whom and p.left_at is null;
  if not found then return false; end if;
  insert into audience_person (audience_id, person_id) values (which, whom) on conflict do nothing;
  perform app.end_invitations_of(whom, which);
  return true;
end $$;

-- Whoever writes something into a room holds its audience until they are done: whoever deletes it waits for them, and sees what they wrote.
create or replace function app.delete_room(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.hosts(which) then return false; end if;
  perform 1 from audience where id = which for update;
  perform 1 from room where audience_id = which for update;
  if exists (select 1 from contribution where audience_id = which) or app.has_work(which) then return false; end if;
  update room set deleted_at = now() where audience_id = which;
  -- A feature in which something else was shared with the room lets this update pass by, with a trigger of its own.
  if not found then return false; end if;
  delete from room_invitation where audience_id = which;
  delete from room_request where audience_id = which;
  delete from audience_person where audience_id = which;
  return true;
end $$;

-- And whoever waited for a deletion writes nothing more. By its name it fires after the reference to the audience was looked at, which waits.
create function app.keep_out_of_deleted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from room where audience_id = new.audience_id and deleted_at is not null) then
    raise exception 'this room is gone' using errcode = '42501';
  end if;
  return null;
end $$;
revoke execute on function app.keep_out_of_deleted() from public;
create trigger keep_out_of_deleted after insert or update of audience_id on contribution
  for each row execute function app.keep_out_of_deleted();

-- The threads and documents of a room, for its page and the home page.
create index contribution_of_rooms on contribution (audience_id) where kind in ('thread', 'document');
`,
)
