// Asking as a member city, mended: no answer tells whose membership rests, five cities are five that read, an office looks
// behind what was withdrawn as well, and each look is told to the asker exactly once.
import { migration } from '#platform/db/migration.ts'

export const veilsMended = migration(
  'trunk/015-veils-mended',
  `
-- A member of the network, as far as anybody is told. A feature that knows of memberships that rest says so here.
create function app.is_shown_member(whose int) returns boolean language sql stable as $$
  select exists (select 1 from organisation o where o.id = whose and o.active) $$;

-- Whether this audience reaches that person as far as anybody is told: a membership that rests is nobody's business, and an
-- answer that differed would tell it. Who really reads is app.audiences_of, for what is sent in silence.
create function app.seems_reached(which int, whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from audience a join person p on p.id = whose and p.left_at is null join organisation o on o.id = p.organisation_id
    where a.id = which and case a.kind
      when 'public' then not p.guest
      when 'network' then not p.guest and (app.is_shown_member(o.id) or (o.kind = 'office' and p.role = 'office'))
      when 'forum' then not p.guest and ((p.role = 'office' and p.forum_id = a.forum_id)
        or exists (select 1 from forum_member m where m.forum_id = a.forum_id and m.organisation_id = o.id
          and (m.without_network or app.is_shown_member(o.id))))
      when 'organisation' then a.organisation_id = o.id
      else (a.kind = 'room' or not p.guest) and exists (select 1 from audience_person ap
        where ap.audience_id = a.id and ap.person_id = p.id and (ap.until is null or ap.until > now())) end) $$;
revoke execute on function app.seems_reached(int, int) from public;

-- Five cities in each of which somebody reads; by what the register shows, so that nobody learns here whose membership rests.
-- With its owner's rights: members of a forum alone know no persons of other cities, and count them all the same.
create or replace function app.may_veil(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select (app.person() is null or which = any (app.audiences()))
    and exists (select 1 from audience a where a.id = which and a.kind in ('public', 'network', 'forum')
    and 5 <= (select count(*) from organisation o where o.kind in ('municipality', 'association', 'region')
      and exists (select 1 from person p where p.organisation_id = o.id and p.left_at is null and not p.guest)
      and case a.kind when 'forum' then exists (select 1 from forum_member m where m.forum_id = a.forum_id and m.organisation_id = o.id
          and (m.without_network or app.is_shown_member(o.id)))
        else app.is_shown_member(o.id) end)) $$;
revoke execute on function app.may_veil(int) from public;
grant execute on function app.may_veil(int) to vicinia_app;

-- Also of what was withdrawn, which an office reads no more: what was asked under a name that is none goes on being answered for.
create or replace function app.answers_for(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from contribution c join audience a on a.id = c.audience_id
    where c.id = which and c.state <> 'draft' and c.audience_id = any (app.audiences())
      and a.kind in ('public', 'network', 'forum') and app.is_office_of(a.forum_id)) $$;
revoke execute on function app.answers_for(int) from public;
grant execute on function app.answers_for(int) to vicinia_app;

create or replace function app.lift_veil(which int, why text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh int;
begin
  if exists (select 1 from veil v join contribution c on c.id = v.contribution_id
    where v.contribution_id = which and c.state <> 'draft') and app.answers_for(which) then
    insert into veil_lifting (contribution_id, person_id, organisation_id, reason)
      values (which, app.person(), app.organisation(), why) returning id into fresh;
  end if;
  return fresh;
end $$;

-- What was asked as a member city, in any state, for whoever asked it and the office that answers for it. What was withdrawn
-- keeps its title to itself.
create function app.unnamed_thing(which int) returns table (id int, kind text, title text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.kind, case when c.state = 'withdrawn' and not c.id = any (app.veiled()) then '' else c.title end, c.state
  from veil v join contribution c on c.id = v.contribution_id
  where c.id = which and (c.id = any (app.veiled()) or app.answers_for(c.id)) $$;
revoke execute on function app.unnamed_thing(int) from public;
grant execute on function app.unnamed_thing(int) to vicinia_app;

-- What somebody looked behind, for the mail to the asker; also where it is hidden by now, which for jobs is no row.
create function app.looked_behind(which int) returns table (kind text, title text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.kind, c.title from veil v join contribution c on c.id = v.contribution_id where c.id = which $$;
revoke execute on function app.looked_behind(int) from public;
grant execute on function app.looked_behind(int) to vicinia_system;

-- Which looks the asker was told of: beside the looks, which never change. Those of before were told when they were made.
create table veil_lifting_told (
  lifting_id int primary key references veil_lifting,
  at timestamptz not null default now()
);
alter table veil_lifting_told enable row level security;
create policy system on veil_lifting_told to vicinia_system using (true);
insert into veil_lifting_told (lifting_id, at) select id, at from veil_lifting;

-- What a colleague watched is handed on, also what their city asked unnamed: else its absence would tell. Only what the asker
-- alone watched there stays with them.
create or replace function app.keep_watch_own() returns trigger language plpgsql as $$
begin
  -- Not the watcher's own click, which is the requests' role, but one that is handed on with the owner's rights.
  if current_user <> 'vicinia_app' and exists (select 1 from veil v join person p on p.organisation_id = v.organisation_id
      where v.contribution_id = new.contribution_id and p.id = new.person_id
      and not exists (select 1 from watch w join person c on c.id = w.person_id and c.organisation_id = v.organisation_id
        where w.contribution_id = new.contribution_id and w.person_id not in (v.person_id, new.person_id))) then
    return null;
  end if;
  return new;
end $$;
`,
)
