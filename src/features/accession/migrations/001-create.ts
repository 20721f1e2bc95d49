// Files of accession: what was asked, what was decided and by whom. Whoever holds a file's address sees it, the coordinator once
// the city is admitted, and the one office that decides; steps and documents are never changed again.
import { migration } from '#platform/db/migration.ts'

export const createAccession = migration(
  'accession/001-create',
  `
create table accession (
  id int generated always as identity primary key,
  -- Chosen from the register by whoever asked; else null until it is admitted.
  organisation_id int references organisation,
  -- The office that decides: of this forum, or (null) of the network.
  forum_id int references forum,
  kind text not null check (kind in ('municipality', 'association', 'region')),
  name text not null check (length(name) between 1 and 200),
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  population int not null check (population > 0),
  population_year smallint not null,
  population_source text not null,
  contact_name text not null,
  contact_email text not null,
  lang text not null,
  -- Of the secret in the personal address; it is in no place but the mail.
  token_hash text unique,
  address_mailed_at timestamptz,
  admitted_at timestamptz,
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
create index accession_by_organisation on accession (organisation_id);
create index accession_by_forum on accession (forum_id, id);

create table accession_step (
  id int generated always as identity primary key,
  accession_id int not null references accession,
  kind text not null check (kind in ('enquiry', 'resolution', 'application', 'coalition', 'coordinator',
    'admission', 'effective', 'welcome', 'refusal', 'withdrawal')),
  day date not null,
  side text not null check (side in ('city', 'office', 'software')),
  -- Null: whoever holds the address, or the software.
  by_person int references person,
  at timestamptz not null default now(),
  -- Of a resolution; all null where the minutes give no figures.
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  votes_abstained int check (votes_abstained >= 0),
  proposed_by text not null default '',
  -- Of a coalition: the day is the one by which it will exist.
  promised boolean not null default false,
  -- Of a coordinator.
  person_name text not null default '',
  person_email text not null default '',
  note text not null default '',
  check (kind = 'coordinator' or (person_name = '' and person_email = '')),
  check (kind = 'resolution' or (proposed_by = '' and num_nonnulls(votes_for, votes_against, votes_abstained) = 0)),
  check (num_nonnulls(votes_for, votes_against, votes_abstained) in (0, 3))
);
create index accession_step_by_accession on accession_step (accession_id, id);
-- Two officers who press at the same moment: one decision counts, and a city cannot withdraw what has been decided.
create unique index accession_decided_once on accession_step (accession_id) where kind in ('admission', 'refusal', 'withdrawal');
create unique index accession_effective_once on accession_step (accession_id) where kind = 'effective';
create unique index accession_welcome_once on accession_step (accession_id) where kind = 'welcome';

create table accession_document (
  id int generated always as identity primary key,
  accession_id int not null references accession,
  step_id int not null references accession_step,
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  stored_as text not null unique,
  created_at timestamptz not null default now()
);
create index accession_document_by_accession on accession_document (accession_id);
create index accession_document_by_step on accession_document (step_id);

-- The council paper: paragraph → text, as far as the city has changed them. One for each language.
create table accession_paper (
  accession_id int not null references accession,
  lang text not null,
  paragraphs jsonb not null check (jsonb_typeof(paragraphs) = 'object'),
  -- Grows with every change; a form that was opened on an older one is refused instead of overwriting.
  revision int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (accession_id, lang)
);

-- The file whose address this visit came by.
create function app.accession() returns int language sql stable parallel safe as
  $$ select nullif(current_setting('app.accession', true), '')::int $$;
create function app.enter_accession(which int, hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from accession where id = which and token_hash = hash) then return false; end if;
  perform set_config('app.accession', which::text, true);
  return true;
end $$;
revoke execute on function app.enter_accession(int, text) from public;
grant execute on function app.enter_accession(int, text) to vicinia_app;

-- The city's own side: by the address, or as coordinator of what has been admitted.
create function app.steers_accession(which int) returns boolean language sql stable as $$
  select coalesce(which = app.accession() or exists (select 1 from accession a where a.id = which
    and app.role() = 'coordinator' and a.organisation_id = app.organisation() and a.admitted_at is not null), false) $$;

alter table accession enable row level security;
create policy concerned on accession for select to vicinia_app using (
  id = (select app.accession())
  or (forum_id is null and (select app.is_office_of(null)))
  or (forum_id is not null and app.is_office_of(forum_id))
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()) and admitted_at is not null));
create policy system on accession to vicinia_system using (true);
grant select (id, organisation_id, forum_id, kind, name, country, population, population_year, population_source, contact_name,
  contact_email, lang, address_mailed_at, admitted_at, demonstration, created_at) on accession to vicinia_app;

alter table accession_step enable row level security;
create policy follows on accession_step for select to vicinia_app using (exists (select 1 from accession a where a.id = accession_id));
create policy write on accession_step for insert to vicinia_app with check (
  by_person is not distinct from (select app.person())
  and case side
    when 'city' then kind in ('resolution', 'application', 'coalition', 'coordinator', 'withdrawal') and app.steers_accession(accession_id)
    when 'office' then kind not in ('enquiry', 'welcome', 'withdrawal')
      and exists (select 1 from accession a where a.id = accession_id and app.is_office_of(a.forum_id))
    else false end);
create policy system on accession_step to vicinia_system using (true);
grant select on accession_step to vicinia_app;
grant insert (accession_id, kind, day, side, by_person, votes_for, votes_against, votes_abstained, proposed_by, promised,
  person_name, person_email, note) on accession_step to vicinia_app;

alter table accession_document enable row level security;
create policy follows on accession_document for select to vicinia_app using (exists (select 1 from accession a where a.id = accession_id));
-- With the step it belongs to, by whoever takes that step.
create policy write on accession_document for insert to vicinia_app with check (exists (
  select 1 from accession_step s where s.id = step_id and s.accession_id = accession_document.accession_id
    and s.by_person is not distinct from (select app.person())
    and (app.steers_accession(s.accession_id)
      or exists (select 1 from accession a where a.id = s.accession_id and app.is_office_of(a.forum_id)))));
create policy system on accession_document to vicinia_system using (true);
grant select, insert on accession_document to vicinia_app;

alter table accession_paper enable row level security;
create policy follows on accession_paper for select to vicinia_app using (exists (select 1 from accession a where a.id = accession_id));
create policy write on accession_paper for insert to vicinia_app with check (app.steers_accession(accession_id));
create policy change on accession_paper for update to vicinia_app
  using (app.steers_accession(accession_id)) with check (app.steers_accession(accession_id));
create policy system on accession_paper to vicinia_system using (true);
grant select, insert on accession_paper to vicinia_app;
grant update (paragraphs, revision, updated_at) on accession_paper to vicinia_app;

create function app.refuse_accession_change() returns trigger language plpgsql as $$
begin raise exception 'what was recorded in a file of accession stays; record it anew' using errcode = '23001'; end $$;
create trigger accession_step_is_final before update or delete on accession_step for each row execute function app.refuse_accession_change();
create trigger accession_document_is_final before update or delete on accession_document for each row execute function app.refuse_accession_change();

-- Takes an enquiry in, of anybody: whoever writes it gets no row of it back, and reaches it by the address in the mail only.
-- Null where the register's organisation is a member already.
create function app.take_enquiry(of_organisation int, of_kind text, of_name text, of_country text, inhabitants int, of_year int, of_source text,
  contact text, address text, in_lang text, on_day date, message text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare taken int; known organisation;
begin
  if of_organisation is not null then
    select * into known from organisation where id = of_organisation and kind in ('municipality', 'association', 'region') and not active;
    if known.id is null then return null; end if;
  end if;
  -- What the register knows decides which office is responsible, not what was typed beside it.
  insert into accession (organisation_id, forum_id, kind, name, country, population, population_year, population_source, contact_name, contact_email, lang)
    values (known.id, (select id from forum where country = coalesce(known.country, of_country) and membership_rule = 'automatic-from-forum' order by id limit 1),
      coalesce(known.kind, of_kind), of_name, coalesce(known.country, of_country), inhabitants, of_year, of_source, contact, address, in_lang)
    returning id into taken;
  insert into accession_step (accession_id, kind, day, side, note) values (taken, 'enquiry', on_day, 'city', message);
  return taken;
end $$;
revoke execute on function app.take_enquiry(int, text, text, text, int, int, text, text, text, text, date, text) from public;
grant execute on function app.take_enquiry(int, text, text, text, int, int, text, text, text, text, date, text) to vicinia_app;

-- Gives what is admitted its place in the register, and the file its organisation; null where this person does not decide about
-- it or it has been decided. A slug that is taken gets a number.
create function app.admit_accession(which int, wished_slug text, wished_name text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare file accession; admitted int; number int := 1;
begin
  select * into file from accession where id = which for update;
  if file.id is null or not app.is_office_of(file.forum_id) or file.admitted_at is not null
    or exists (select 1 from accession_step where accession_id = which and kind in ('refusal', 'withdrawal')) then return null; end if;
  admitted := file.organisation_id;
  while admitted is null loop
    insert into organisation (slug, name, kind, country)
      values (wished_slug || case when number = 1 then '' else '-' || number end, wished_name, file.kind, file.country)
      on conflict (slug) do nothing returning id into admitted;
    number := number + 1;
  end loop;
  insert into member (organisation_id, local_name, population, population_year, population_source, languages, state)
    values (admitted, wished_name, file.population, file.population_year, file.population_source, array[file.lang], 'none')
    on conflict (organisation_id) do nothing;
  insert into population_figure (organisation_id, as_of, population, source, recorded_by)
    values (admitted, make_date(file.population_year, 12, 31), file.population, file.population_source, app.person());
  update accession set organisation_id = admitted, admitted_at = now() where id = which;
  return admitted;
end $$;
revoke execute on function app.admit_accession(int, text, text) from public;
grant execute on function app.admit_accession(int, text, text) to vicinia_app;

-- A forum's office invites whom it has admitted before the membership begins: the register knows them as members only then.
create or replace function app.steers(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (app.role() = 'coordinator' and whose = app.organisation())
    or app.role() = 'office:network'
    or (app.role() = 'office' and (whose = app.organisation() or exists (
      select 1 from person p join forum_member m on m.forum_id = p.forum_id
      where p.id = app.person() and m.organisation_id = whose) or exists (
      select 1 from person p join membership m on m.forum_id = p.forum_id
      where p.id = app.person() and m.organisation_id = whose and m.begins_on > app.today()
        and (m.ends_on is null or m.ends_on >= m.begins_on)))), false) $$;
`,
)
