// Those who act: organisations, forums, persons, their sessions; the audiences they are in; and the way a transaction enters.
import { migration } from '#platform/db/migration.ts'

export const actors = migration(
  'trunk/001-actors',
  `
create schema app;
grant usage on schema app, public to vicinia_app, vicinia_system;
alter default privileges in schema public grant select, insert, update, delete on tables to vicinia_system;
alter default privileges in schema public grant usage, select on sequences to vicinia_system, vicinia_app;

create table network (
  only_one boolean primary key default true check (only_one),
  name text not null,
  -- Set when the database is created and never changed by the software: only then may anybody enter as a demonstration person.
  demonstration boolean not null,
  -- Null while a demonstration is being loaded: a start that was killed in the middle goes on.
  loaded_at timestamptz,
  created_at timestamptz not null default now()
);

create table organisation (
  id int generated always as identity primary key,
  slug text not null unique,
  name text not null,
  -- Language code → name; the name above is what remains where a language is missing.
  names jsonb not null default '{}',
  kind text not null check (kind in ('municipality', 'association', 'region', 'office', 'partner')),
  country char(2) not null,
  -- An active member of the network: its persons are in the audience 'network'.
  active boolean not null default false
);

create table forum (
  id int generated always as identity primary key,
  slug text not null unique,
  names jsonb not null,
  country char(2) not null,
  membership_rule text not null check (membership_rule in ('automatic-from-network', 'automatic-from-forum', 'precondition', 'independent'))
);

create table forum_member (
  forum_id int not null references forum,
  organisation_id int not null references organisation,
  primary key (forum_id, organisation_id)
);
create index forum_member_by_organisation on forum_member (organisation_id);

create table person (
  id int generated always as identity primary key,
  slug text not null unique,
  name text not null,
  email text not null,
  role text not null check (role in ('colleague', 'coordinator', 'office')),
  organisation_id int not null references organisation,
  forum_id int references forum,
  lang text not null,
  -- Left the organisation: keeps what it gave to the city, loses access at once.
  left_at timestamptz,
  invented boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index person_by_email on person (lower(email)) where left_at is null;
create index person_by_organisation on person (organisation_id);

create table session (
  id int generated always as identity primary key,
  person_id int not null references person,
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  device text not null default ''
);
create index session_by_person on session (person_id);

create table personal_token (
  id int generated always as identity primary key,
  person_id int not null references person,
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz not null
);
create index personal_token_by_person on personal_token (person_id);

create table audience (
  id int generated always as identity primary key,
  kind text not null check (kind in ('public', 'network', 'forum', 'room', 'organisation', 'persons')),
  forum_id int unique references forum,
  organisation_id int unique references organisation,
  created_by int references person,
  check ((kind = 'forum') = (forum_id is not null)),
  check ((kind = 'organisation') = (organisation_id is not null))
);
insert into audience (kind) values ('public'), ('network');

-- Rooms and named persons: who is in.
create table audience_person (
  audience_id int not null references audience,
  person_id int not null references person,
  primary key (audience_id, person_id)
);
create index audience_person_by_person on audience_person (person_id);

-- Every organisation and every forum has its audience from the first moment.
create function app.create_organisation_audience() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin insert into audience (kind, organisation_id) values ('organisation', new.id); return new; end $$;
create trigger organisation_audience after insert on organisation for each row execute function app.create_organisation_audience();
create function app.create_forum_audience() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin insert into audience (kind, forum_id) values ('forum', new.id); return new; end $$;
create trigger forum_audience after insert on forum for each row execute function app.create_forum_audience();

-- What a policy asks; evaluated once per query inside (select …).
create function app.audiences() returns int[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('app.audiences', true), ''), ',')::int[] $$;
create function app.person() returns int language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::int $$;
create function app.organisation() returns int language sql stable parallel safe as
  $$ select nullif(current_setting('app.organisation', true), '')::int $$;
create function app.role() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.role', true), '') $$;

create function app.audiences_of(whose int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(id::text, ',' order by id) from (
    select 1 as id
    union select 2 from person p join organisation o on o.id = p.organisation_id
      where p.id = whose and (o.active or (o.kind = 'office' and p.role = 'office'))
    union select a.id from person p join audience a on a.organisation_id = p.organisation_id where p.id = whose
    union select a.id from person p join organisation o on o.id = p.organisation_id and o.active
      join forum_member m on m.organisation_id = o.id join audience a on a.forum_id = m.forum_id where p.id = whose
    union select a.id from person p join audience a on a.forum_id = p.forum_id where p.id = whose and p.role = 'office'
    union select ap.audience_id from audience_person ap where ap.person_id = whose
  ) reached $$;

-- Sets person and audiences for this transaction and tells who it is. One call, so that entering costs one round trip.
create function app.enter(whose int, with_session int) returns table (
  person_id int, slug text, name text, role text, organisation_id int, organisation_name text, organisation_slug text,
  active boolean, forum_id int, lang text, session_id int, audiences text
) language plpgsql security definer set search_path = public, pg_temp as $$
declare found_person record; reached text;
begin
  select p.id, p.slug, p.name, p.role, p.forum_id, p.lang, o.id as organisation_id,
         coalesce(o.names ->> p.lang, o.name) as organisation_name, o.slug as organisation_slug, o.active
    into found_person from person p join organisation o on o.id = p.organisation_id where p.id = whose and p.left_at is null;
  if found_person.id is null then return; end if;
  reached := app.audiences_of(found_person.id);
  perform set_config('app.person', found_person.id::text, true), set_config('app.audiences', reached, true),
          set_config('app.organisation', found_person.organisation_id::text, true),
          set_config('app.role', found_person.role || case when found_person.role = 'office' and found_person.forum_id is null then ':network' else '' end, true);
  return query select found_person.id::int, found_person.slug::text, found_person.name::text, found_person.role::text,
    found_person.organisation_id::int, found_person.organisation_name::text, found_person.organisation_slug::text,
    found_person.active::boolean, found_person.forum_id::int, found_person.lang::text, with_session, reached;
end $$;

create function app.enter_by_session(hash text) returns table (
  person_id int, slug text, name text, role text, organisation_id int, organisation_name text, organisation_slug text,
  active boolean, forum_id int, lang text, session_id int, audiences text
) language sql security definer set search_path = public, pg_temp as $$
  select e.* from session s cross join lateral app.enter(s.person_id, s.id) e where s.token_hash = hash and s.expires_at > now() $$;

create function app.enter_by_token(hash text) returns table (
  person_id int, slug text, name text, role text, organisation_id int, organisation_name text, organisation_slug text,
  active boolean, forum_id int, lang text, session_id int, audiences text
) language sql security definer set search_path = public, pg_temp as $$
  select e.* from personal_token t cross join lateral app.enter(t.person_id, null) e where t.token_hash = hash and t.expires_at > now() $$;

-- Only the function decides who is in: the application role cannot read other people's sessions or tokens.
revoke execute on function app.audiences_of(int) from public;
revoke execute on function app.enter(int, int), app.enter_by_session(text), app.enter_by_token(text) from public;
grant execute on function app.enter(int, int), app.enter_by_session(text), app.enter_by_token(text) to vicinia_app;
grant execute on function app.audiences_of(int) to vicinia_system;

alter table network enable row level security;
create policy everybody on network for select to vicinia_app using (true);
create policy system on network to vicinia_system using (true);
grant select on network to vicinia_app;

alter table organisation enable row level security;
create policy everybody on organisation for select to vicinia_app using (true);
create policy system on organisation to vicinia_system using (true);
grant select on organisation to vicinia_app;

alter table forum enable row level security;
create policy everybody on forum for select to vicinia_app using (true);
create policy system on forum to vicinia_system using (true);
grant select on forum to vicinia_app;
alter table forum_member enable row level security;
create policy everybody on forum_member for select to vicinia_app using (true);
create policy system on forum_member to vicinia_system using (true);
grant select on forum_member to vicinia_app;

-- Persons are known inside the network and inside their own organisation, not to visitors.
alter table person enable row level security;
create policy inside on person for select to vicinia_app
  using (2 = any ((select app.audiences())::int[]) or organisation_id = (select app.organisation()) or id = (select app.person()));
create policy self on person for update to vicinia_app using (id = (select app.person())) with check (id = (select app.person()));
create policy system on person to vicinia_system using (true);
grant select (id, slug, name, role, organisation_id, forum_id, lang, left_at, invented, created_at) on person to vicinia_app;
grant update (name, lang) on person to vicinia_app;

alter table session enable row level security;
create policy own on session to vicinia_app using (person_id = (select app.person()));
create policy system on session to vicinia_system using (true);
grant select (id, person_id, created_at, seen_at, expires_at, device), delete on session to vicinia_app;
grant update (seen_at) on session to vicinia_app;

alter table personal_token enable row level security;
create policy own on personal_token to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on personal_token to vicinia_system using (true);
grant select (id, person_id, name, created_at, used_at, expires_at), insert, delete on personal_token to vicinia_app;

alter table audience enable row level security;
create policy reached on audience for select to vicinia_app using (id = any ((select app.audiences())::int[]) or created_by = (select app.person()));
create policy named_by on audience for insert to vicinia_app with check (kind = 'persons' and created_by = (select app.person()));
create policy system on audience to vicinia_system using (true);
grant select, insert on audience to vicinia_app;

alter table audience_person enable row level security;
create policy reached on audience_person for select to vicinia_app
  using (audience_id = any ((select app.audiences())::int[]) or exists (select 1 from audience a where a.id = audience_id and a.created_by = (select app.person())));
create policy named_by on audience_person for insert to vicinia_app
  with check (exists (select 1 from audience a where a.id = audience_id and a.kind = 'persons' and a.created_by = (select app.person())));
create policy system on audience_person to vicinia_system using (true);
grant select, insert on audience_person to vicinia_app;
`,
)
