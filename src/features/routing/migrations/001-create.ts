// Who was asked what and why, how far a question was carried, and who wants a pause.
import { migration } from '#platform/db/migration.ts'

export const createRouting = migration(
  'routing/001-create',
  `
create table routing (
  contribution_id int primary key references contribution,
  -- 1: those who know best; 2: widened once.
  rounds smallint not null check (rounds in (1, 2)),
  -- When it is carried further if nobody has answered; null: it goes no further.
  due_at timestamptz,
  -- Since when it stands on the office's list.
  listed_at timestamptz
);
create index routing_due on routing (due_at) where due_at is not null;
create index routing_listed on routing (listed_at) where listed_at is not null;
alter table routing enable row level security;
create policy follows on routing for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy system on routing to vicinia_system using (true);
grant select on routing to vicinia_app;

create table asked_person (
  contribution_id int not null references contribution,
  person_id int not null references person,
  -- In which they were asked: whoever has moved to another is not asked there.
  organisation_id int not null references organisation,
  -- Sources with the things that speak for asking; empty where a colleague named them.
  reasons jsonb not null default '[]',
  named_by int references person,
  asked_at timestamptz not null,
  mailed_at timestamptz,
  declined_at timestamptz,
  primary key (contribution_id, person_id)
);
create index asked_person_by_person on asked_person (person_id, asked_at);
alter table asked_person enable row level security;
-- Nobody sees who else was asked: of what is asked as a member city, it would tell which city was left out.
create policy own on asked_person for select to vicinia_app using (
  person_id = (select app.person()) and organisation_id = (select app.organisation())
  and exists (select 1 from contribution c where c.id = contribution_id));
create policy decline on asked_person for update to vicinia_app using (
  person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on asked_person to vicinia_system using (true);
grant select, update (declined_at) on asked_person to vicinia_app;

create table asking_pause (
  person_id int primary key references person,
  until date not null
);
alter table asking_pause enable row level security;
create policy own on asking_pause to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on asking_pause to vicinia_system using (true);
grant select, insert, update, delete on asking_pause to vicinia_app;

-- How many were asked and from which countries: for whoever steers the question. The office that answers for it knows how many.
create function app.asked_about(which int) returns table (persons int, declined int, countries text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare steers boolean; answers boolean;
begin
  select which = any (app.veiled()) or (c.organisation_id = app.organisation() and (c.steward_id = app.person()
      or (app.role() = 'coordinator' and a.kind <> 'persons' and c.audience_id = any (app.audiences())))) into steers
    from contribution c join audience a on a.id = c.audience_id where c.id = which;
  answers := app.answers_for(which);
  if not coalesce(steers or answers, false) then return; end if;
  return query select count(*)::int, count(p.declined_at)::int,
      case when steers then coalesce(array_agg(distinct o.country::text order by o.country::text), '{}') else '{}'::text[] end
    from asked_person p join organisation o on o.id = p.organisation_id where p.contribution_id = which;
end $$;
revoke execute on function app.asked_about(int) from public;
grant execute on function app.asked_about(int) to vicinia_app;

-- Somebody who was asked, or the office, names who knows better. Says only what the namer may know: whether that person reads along.
create function app.name_colleague(which int, whom int, at timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare thing contribution;
begin
  select * into thing from contribution where id = which and state = 'published';
  if thing.id is null or not (app.answers_for(which) or (thing.audience_id = any (app.audiences()) and exists (
      select 1 from asked_person p where p.contribution_id = which and p.person_id = app.person() and p.organisation_id = app.organisation()))) then
    return 'nothing';
  end if;
  if whom = app.person() or not exists (select 1 from person p where p.id = whom and p.left_at is null
      and thing.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])) then
    return 'out-of-reach';
  end if;
  if 5 <= (select count(*) from asked_person where contribution_id = which and named_by = app.person()) then
    return 'enough';
  end if;
  insert into asked_person (contribution_id, person_id, organisation_id, named_by, asked_at)
    select which, p.id, p.organisation_id, app.person(), at from person p where p.id = whom and p.id is distinct from thing.steward_id
    on conflict do nothing;
  return 'named';
end $$;
revoke execute on function app.name_colleague(int, int, timestamptz) from public;
grant execute on function app.name_colleague(int, int, timestamptz) to vicinia_app;
`,
)
