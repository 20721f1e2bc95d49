// Asked as "a member city": the contribution itself names nobody, so no page, list, export or index has anything to leave out.
// Who asked stands in a table of its own, which opens to that person alone.
import { migration } from '#platform/db/migration.ts'

export const veils = migration(
  'trunk/009-veils',
  `
-- The one organisation that stands in for the asking city. Nobody belongs to it; ZZ is ISO 3166's code for no known country.
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check
  check (kind in ('municipality', 'association', 'region', 'office', 'partner', 'unnamed'));
create unique index organisation_unnamed on organisation (kind) where kind = 'unnamed';
insert into organisation (slug, name, names, kind, country, active) values ('a-member-city', 'A member city', '{
  "de": "Eine Mitgliedsstadt", "en": "A member city", "fr": "Une ville membre", "es": "Una ciudad miembro",
  "it": "Una città membro", "nl": "Een lidstad", "pt": "Uma cidade-membro", "pl": "Miasto członkowskie"}', 'unnamed', 'ZZ', false);
create function app.unnamed() returns int language sql stable as $$ select id from organisation where kind = 'unnamed' $$;
create function app.keep_unnamed_empty() returns trigger language plpgsql as $$
begin
  if exists (select 1 from organisation where id = new.organisation_id and kind = 'unnamed') then
    raise exception 'nobody belongs to the city that is not named' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_unnamed_empty before insert or update of organisation_id on person
  for each row execute function app.keep_unnamed_empty();

-- No author and no steward: whoever asked as a member city.
alter table contribution alter column author_id drop not null, alter column steward_id drop not null,
  add constraint contribution_unnamed check ((author_id is null) = (steward_id is null));
alter table reply alter column author_id drop not null;

create table veil (
  contribution_id int primary key references contribution,
  -- Who asked, and in which city: whoever leaves it steers its question no longer.
  person_id int not null references person,
  organisation_id int not null references organisation,
  -- The one exception that the asker may choose.
  coordinator_knows boolean not null default false
);
create index veil_by_person on veil (person_id);

-- Each look of an office behind a veil. Written by a function only, changed and deleted by nobody.
create table veil_lifting (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  person_id int not null references person,
  organisation_id int not null references organisation,
  reason text not null check (length(btrim(reason)) between 20 and 2000),
  at timestamptz not null default now()
);
create index veil_lifting_by_contribution on veil_lifting (contribution_id);
create function app.keep_lifting() returns trigger language plpgsql as $$
begin raise exception 'a look behind a veil stands for ever' using errcode = '42501'; end $$;
create trigger keep before update or delete on veil_lifting for each row execute function app.keep_lifting();
create trigger keep_all before truncate on veil_lifting execute function app.keep_lifting();

-- What this person asked as a member city. Security definer: the policy of contribution asks it, as with co-authors.
create function app.veiled() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(contribution_id), '{}') from veil
  where person_id = app.person() and organisation_id = app.organisation() $$;
revoke execute on function app.veiled() from public;
grant execute on function app.veiled() to vicinia_app, vicinia_system;

-- Who answers for what is said to an audience: the network's office, in a forum that forum's.
create function app.answers_for(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c join audience a on a.id = c.audience_id
    where c.id = which and c.audience_id = any ((select app.audiences())::int[])
      and a.kind in ('public', 'network', 'forum') and app.is_office_of(a.forum_id)) $$;

-- Among fewer than five cities it would not take long to guess; an audience of persons or of one organisation says who made it.
create function app.may_veil(which int) returns boolean language sql stable as $$
  select exists (select 1 from audience a where a.id = which and a.kind in ('public', 'network', 'forum')
    and 5 <= (select count(*) from organisation o where o.kind in ('municipality', 'association', 'region')
      and case a.kind when 'forum' then exists (select 1 from forum_member m where m.forum_id = a.forum_id
        and m.organisation_id = o.id and not m.resting and (o.active or m.without_network)) else o.active end)) $$;

alter table veil enable row level security;
create policy own on veil for select to vicinia_app using (
  person_id = (select app.person()) and organisation_id = (select app.organisation()));
create policy told on veil for select to vicinia_app using (
  coordinator_knows and (select app.role()) = 'coordinator' and organisation_id = (select app.organisation())
  and exists (select 1 from contribution c where c.id = contribution_id));
-- A look is that of one person with a reason, not of an office.
create policy lifted on veil for select to vicinia_app using (
  exists (select 1 from veil_lifting l where l.contribution_id = veil.contribution_id and l.person_id = (select app.person()))
  and app.answers_for(contribution_id));
create policy decide on veil for update to vicinia_app using (
  person_id = (select app.person()) and organisation_id = (select app.organisation()));
create policy system on veil to vicinia_system using (true);
grant select, update (coordinator_knows) on veil to vicinia_app;

alter table veil_lifting enable row level security;
create policy told on veil_lifting for select to vicinia_app using (
  contribution_id = any ((select app.veiled())::int[]) or app.answers_for(contribution_id));
create policy system on veil_lifting to vicinia_system using (true);
grant select on veil_lifting to vicinia_app;

-- Begins a draft in nobody's name, and notes who may steer it; gives its id.
create function app.ask_veiled(its_kind text, its_title text, its_summary text, its_lang text, its_concepts text[], its_audience int, told boolean)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh int;
begin
  if app.person() is null or its_audience <> all (app.audiences()) or not app.may_veil(its_audience)
    or not exists (select 1 from organisation o where o.id = app.organisation() and o.active) then
    raise exception 'not asked as a member city' using errcode = '42501';
  end if;
  insert into contribution (kind, title, summary, lang, concepts, audience_id, organisation_id)
    values (its_kind, its_title, its_summary, its_lang, its_concepts, its_audience, app.unnamed()) returning id into fresh;
  insert into veil values (fresh, app.person(), app.organisation(), told);
  return fresh;
end $$;
revoke execute on function app.ask_veiled(text, text, text, text, text[], int, boolean) from public;
grant execute on function app.ask_veiled(text, text, text, text, text[], int, boolean) to vicinia_app;

-- Gives the look's id, null where there is nothing that this person may look behind; the reason's length is the table's to judge.
create function app.lift_veil(which int, why text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh int;
begin
  if exists (select 1 from veil v join contribution c on c.id = v.contribution_id
    where v.contribution_id = which and c.state = 'published') and app.answers_for(which) then
    insert into veil_lifting (contribution_id, person_id, organisation_id, reason)
      values (which, app.person(), app.organisation(), why) returning id into fresh;
  end if;
  return fresh;
end $$;
revoke execute on function app.lift_veil(int, text) from public;
grant execute on function app.lift_veil(int, text) to vicinia_app;

-- Whoever asked steers it like their own.
create or replace function app.may_steer(which int) returns boolean language sql stable as $$
  select which = any ((select app.veiled())::int[])
    or exists (select 1 from contribution c where c.id = which and c.organisation_id = (select app.organisation())
    and (c.steward_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons')))) $$;
drop policy reached on contribution;
create policy reached on contribution for select to vicinia_app using (
  (state = 'published' and audience_id = any ((select app.audiences())::int[]))
  or (steward_id = (select app.person()) and organisation_id = (select app.organisation()))
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation())
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(false))::int[]))
  or id = any ((select app.veiled())::int[])
);
drop policy change on contribution;
create policy change on contribution for update to vicinia_app using (
  (organisation_id = (select app.organisation())
    and (steward_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(true))::int[]))
  or id = any ((select app.veiled())::int[])
) with check (
  (organisation_id = (select app.organisation())
    and (steward_id = (select app.person()) or exists (select 1 from audience a where a.id = audience_id)))
  or id = any ((select app.co_authored(true))::int[])
  or id = any ((select app.veiled())::int[])
);
drop policy write on withdrawal;
create policy write on withdrawal for insert to vicinia_app with check (exists (
  select 1 from contribution c where c.id = contribution_id and c.audience_id = withdrawal.audience_id
    and (c.organisation_id = (select app.organisation()) or c.id = any ((select app.veiled())::int[]))));

create function app.keep_veil() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from veil where contribution_id = new.id) and not app.may_veil(new.audience_id) then
    raise exception 'too few to hide among' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_veil before update of audience_id on contribution for each row
  when (old.audience_id is distinct from new.audience_id) execute function app.keep_veil();

-- Whatever the asker writes below it, by whichever feature, names nobody either: held here, so that none can forget it.
create function app.veil_reply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.contribution_id = any (app.veiled()) then new.author_id := null; new.organisation_id := app.unnamed(); end if;
  return new;
end $$;
create trigger veil before insert on reply for each row execute function app.veil_reply();
drop policy write on reply;
create policy write on reply for insert to vicinia_app with check (
  ((author_id = (select app.person()) and organisation_id = (select app.organisation()))
    or (author_id is null and contribution_id = any ((select app.veiled())::int[])))
  and exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published'));
drop policy change on reply;
create policy change on reply for update to vicinia_app using (
  ((author_id = (select app.person()) and organisation_id = (select app.organisation()))
    or (author_id is null and contribution_id = any ((select app.veiled())::int[])))
  and exists (select 1 from contribution c where c.id = contribution_id)
) with check (author_id = (select app.person()) or (author_id is null and contribution_id = any ((select app.veiled())::int[])));

create function app.veil_fact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.contribution_id = any (app.veiled()) then new.actor_id := null; new.organisation_id := null; end if;
  return new;
end $$;
create trigger veil before insert on fact for each row when (new.contribution_id is not null) execute function app.veil_fact();
drop policy write on fact;
create policy write on fact for insert to vicinia_app with check (
  ((actor_id is not distinct from (select app.person()) and organisation_id is not distinct from (select app.organisation()))
    or (actor_id is null and organisation_id is null and contribution_id = any ((select app.veiled())::int[])))
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id))
  and (audience_id is null or exists (select 1 from audience a where a.id = audience_id)
    or exists (select 1 from contribution c where c.id = contribution_id and c.audience_id = fact.audience_id)));

-- A file says who made it, in its name and inside; a co-author is named by somebody.
create function app.keep_unsigned() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.contribution_id = any (app.veiled()) then
    raise exception 'this would tell who asked as a member city' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_unsigned before insert on attachment for each row execute function app.keep_unsigned();
create trigger keep_unsigned before insert on co_author for each row execute function app.keep_unsigned();

-- What somebody watched is handed to their successor; that they watched what their city asked unnamed is not.
create function app.keep_watch_own() returns trigger language plpgsql as $$
begin
  -- Not the watcher's own click, which is the requests' role, but one that is handed on with the owner's rights.
  if current_user <> 'vicinia_app' and exists (select 1 from veil v join person p on p.organisation_id = v.organisation_id
    where v.contribution_id = new.contribution_id and p.id = new.person_id) then
    return null;
  end if;
  return new;
end $$;
create trigger keep_own before insert on watch for each row execute function app.keep_watch_own();
`,
)
