// Adoptions: what a city tells, which practice it is about, and which adoption it was taken from: three tables, since each reaches others.
import { migration } from '#platform/db/migration.ts'

export const createAdoptions = migration(
  'adoptions/001-create',
  `
create table adoption (
  contribution_id int primary key references contribution,
  stage text not null check (stage in ('planned', 'running', 'stopped')),
  since_year smallint check (since_year between 1900 and 2099),
  since_month smallint check (since_month between 1 and 12),
  adapted text not null default '',
  result text not null default '',
  stopped_because text not null default '',
  contact_id int references person,
  contact text not null default ''
);
alter table adoption enable row level security;
create policy follows on adoption for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on adoption for insert to vicinia_app with check (
  app.may_change(contribution_id) and (contact_id is null
    or exists (select 1 from person p where p.id = contact_id and p.organisation_id = (select app.organisation()))));
create policy change on adoption for update to vicinia_app using (app.may_change(contribution_id)) with check (
  app.may_change(contribution_id) and (contact_id is null
    or exists (select 1 from person p where p.id = contact_id and p.organisation_id = (select app.organisation()))));
create policy system on adoption to vicinia_system using (true);
grant select, insert, update on adoption to vicinia_app;

-- Which practice it takes. A row of its own, so that a practice out of reach is not even a number.
create table adoption_origin (
  contribution_id int primary key references contribution,
  practice_id int not null references contribution,
  organisation_id int not null references organisation,
  -- True while it stands for the whole city: one for each city and practice. Null for named persons and rooms, whose
  -- existence is told to nobody else of the city either, and for what was withdrawn, so that a city may begin anew.
  shared boolean
);
create index adoption_by_practice on adoption_origin (practice_id);
create unique index adoption_once on adoption_origin (practice_id, organisation_id) where shared;
alter table adoption_origin enable row level security;
-- Both ends within reach; of a practice that was withdrawn, whoever could see it learns that.
create policy follows on adoption_origin for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id)
  and (exists (select 1 from contribution c where c.id = practice_id)
    or exists (select 1 from withdrawal w where w.contribution_id = practice_id)));
create policy write on adoption_origin for insert to vicinia_app with check (
  app.may_change(contribution_id) and organisation_id = (select app.organisation())
  and exists (select 1 from contribution c where c.id = contribution_id and c.kind = 'adoption')
  and exists (select 1 from contribution c where c.id = practice_id and c.kind = 'practice' and c.state = 'published'
    and c.organisation_id <> (select app.organisation())));
create policy system on adoption_origin to vicinia_system using (true);
grant select (contribution_id, practice_id, organisation_id), insert (contribution_id, practice_id) on adoption_origin to vicinia_app;

-- Which adoption it was taken from. Without its parent within reach an adoption hangs on the practice itself.
create table adoption_parent (
  contribution_id int primary key references contribution,
  parent_id int not null references contribution
);
create index adoption_by_parent on adoption_parent (parent_id);
alter table adoption_parent enable row level security;
create policy follows on adoption_parent for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id) and exists (select 1 from contribution c where c.id = parent_id));
-- Of the same practice, and older: numbers only grow, so there is no way round in a circle.
create policy write on adoption_parent for insert to vicinia_app with check (
  app.may_change(contribution_id) and parent_id < contribution_id
  and exists (select 1 from contribution c where c.id = parent_id and c.state = 'published')
  and exists (select 1 from adoption_origin mine join adoption_origin theirs on theirs.practice_id = mine.practice_id
    where mine.contribution_id = adoption_parent.contribution_id and theirs.contribution_id = adoption_parent.parent_id));
create policy system on adoption_parent to vicinia_system using (true);
grant select, insert on adoption_parent to vicinia_app;

create function app.for_the_whole_city(audience int, state text) returns boolean language sql stable as $$
  select true from audience a where a.id = audience and a.kind not in ('room', 'persons') and state <> 'withdrawn' $$;
revoke execute on function app.for_the_whole_city(int, text) from public;

create function app.place_adoption() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select c.organisation_id, app.for_the_whole_city(c.audience_id, c.state) into new.organisation_id, new.shared
    from contribution c where c.id = new.contribution_id;
  return new;
end $$;
create trigger place_adoption before insert on adoption_origin for each row execute function app.place_adoption();

-- As the owner: whoever changes an adoption need not reach the practice any more.
create function app.keep_adoption_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update adoption_origin o set shared = case when not exists (select 1 from adoption_origin other
      where other.practice_id = o.practice_id and other.organisation_id = o.organisation_id and other.shared and other.contribution_id <> new.id)
    then app.for_the_whole_city(new.audience_id, new.state) end
    where o.contribution_id = new.id;
  return null;
end $$;
create trigger keep_adoption_place after update of audience_id, state on contribution for each row
  when (new.kind = 'adoption') execute function app.keep_adoption_place();
`,
)
