// Institutions outside the cities, and the persons in them who agreed to be named.
import { migration } from '#platform/db/migration.ts'

export const createExperts = migration(
  'experts/001-create',
  `
create table expert (
  id int generated always as identity primary key,
  institution text not null check (length(institution) between 2 and 160),
  country char(2) not null,
  link text not null default '' check (link = '' or link ~ '^https?://'),
  -- What it works on; in which language that is written.
  about text not null check (length(about) <= 1200),
  lang text not null,
  concepts text[] not null default '{}',
  languages text[] not null default '{}',
  -- Who vouches, and for which city or office; null: has left and was forgotten.
  entered_by int references person,
  organisation_id int not null references organisation,
  entered_at timestamptz not null default now(),
  demonstration boolean not null default false
);
create index expert_by_organisation on expert (organisation_id);
create index expert_by_person on expert (entered_by);
create table expert_person (
  expert_id int primary key references expert on delete cascade,
  name text not null check (length(name) between 2 and 120),
  function text not null default '' check (length(function) <= 120),
  email text not null,
  -- In which they are asked by mail.
  lang text not null,
  asked_at timestamptz not null default now(),
  mailed_at timestamptz,
  -- Null: was asked and has not agreed. Whoever says no, or takes it back, is deleted.
  consented_on date
);
create index expert_person_by_address on expert_person (lower(email));

alter table expert enable row level security;
create policy network on expert for select to vicinia_app using (2 = any ((select app.audiences())::int[]));
create policy vouched on expert for insert to vicinia_app with check (
  2 = any ((select app.audiences())::int[]) and entered_by = (select app.person()) and organisation_id = (select app.organisation())
  and (select app.role()) in ('coordinator', 'office', 'office:network'));
create policy taken_out on expert for delete to vicinia_app using (
  entered_by = (select app.person()) or (select app.role()) = 'office:network'
  or (organisation_id = (select app.organisation()) and (select app.role()) in ('coordinator', 'office')));
create policy system on expert to vicinia_system using (true);
grant select, delete, insert (institution, country, link, about, lang, concepts, languages, entered_by, organisation_id) on expert to vicinia_app;

alter table expert_person enable row level security;
-- Nobody knows of a person who has not agreed but whoever asked them.
create policy consented on expert_person for select to vicinia_app using (exists (
  select 1 from expert e where e.id = expert_id and (consented_on is not null or e.entered_by = (select app.person()))));
create policy ask on expert_person for insert to vicinia_app with check (consented_on is null and exists (
  select 1 from expert e where e.id = expert_id and e.entered_by = (select app.person())));
create policy system on expert_person to vicinia_system using (true);
grant select (expert_id, name, function, asked_at, consented_on), insert (expert_id, name, function, email, lang) on expert_person to vicinia_app;

-- Who is not to be found any more leaves the search in the same transaction. The lock is the indexer's.
create function app.forget_expert_in_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int := (to_jsonb(old) ->> tg_argv[0])::int;
begin
  -- Also where nothing is indexed yet: whoever indexes at this moment has read what held before.
  perform pg_advisory_xact_lock(7013843);
  delete from search_document where kind = 'expert' and subject = gone;
  return null;
end $$;
create trigger forget_in_search after delete on expert for each row execute function app.forget_expert_in_search('id');
create trigger forget_in_search after delete on expert_person for each row when (old.consented_on is not null)
  execute function app.forget_expert_in_search('expert_id');
`,
)
