// Study visits: offered and requested, who wishes to come or to receive, and how two cities agree on the days.
import { migration } from '#platform/db/migration.ts'

export const createVisits = migration(
  'visits/001-create',
  `
create table study_visit (
  contribution_id int primary key references contribution,
  direction text not null check (direction in ('offer', 'request')),
  text text not null,
  -- Where it takes place; of a request where one would like to go, perhaps nothing.
  place text not null check (length(place) <= 200),
  -- Within which days it is possible; null: open.
  first_day date,
  last_day date check (last_day >= first_day),
  -- How many can come, or would.
  people smallint not null check (people between 1 and 100),
  -- In which it can be held.
  languages text[] not null check (cardinality(languages) <= 20),
  -- Takes no further wishes.
  closed_at timestamptz
);
alter table study_visit enable row level security;
create policy follows on study_visit for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on study_visit for insert to vicinia_app with check (app.may_steer(contribution_id));
create policy close on study_visit for update to vicinia_app using (app.may_steer(contribution_id)) with check (app.may_steer(contribution_id));
create policy system on study_visit to vicinia_system using (true);
grant select, insert (contribution_id, direction, text, place, first_day, last_day, people, languages), update (closed_at) on study_visit to vicinia_app;

-- A wish of another city: to come, where a visit is offered; to receive, where one is requested.
create table visit_wish (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  person_id int not null references person,
  organisation_id int not null references organisation,
  people smallint not null check (people between 1 and 100),
  state text not null default 'open' check (state in ('open', 'agreed', 'ended')),
  first_day date not null,
  last_day date not null,
  -- Whose proposal these days are: the other one agrees.
  days_by int not null references organisation,
  -- Whether they take place later is the reader's calendar; a visit of more than two weeks is none.
  check (last_day between first_day and first_day + 13)
);
-- A city has one wish at a time about one visit.
create unique index visit_wish_once on visit_wish (contribution_id, organisation_id) where state <> 'ended';
create index visit_wish_by_organisation on visit_wish (organisation_id);
create index visit_wish_by_person on visit_wish (person_id);

-- What was said on the way to an agreement: stays as it was said.
create table visit_step (
  id int generated always as identity primary key,
  wish_id int not null references visit_wish,
  person_id int not null references person,
  organisation_id int not null references organisation,
  act text not null check (act in ('asked', 'proposed', 'agreed', 'ended')),
  first_day date not null,
  last_day date not null,
  text text not null check (length(text) <= 2000),
  at timestamptz not null default now()
);
create index visit_step_by_wish on visit_step (wish_id);
create index visit_step_by_person on visit_step (person_id);

-- For which side this person acts: the city that shares the visit (who looks after it, its coordinator), or the one that wishes
-- (who wished, their coordinator). Null: for none.
create function app.visit_side(of_visit int, wished_by int, wishing int) returns int language sql stable as $$
  select case
    when app.may_steer(of_visit) then app.organisation()
    when wishing = app.organisation() and (wished_by = app.person() or app.role() = 'coordinator') then wishing end $$;

alter table visit_wish enable row level security;
-- Both cities see it, and nobody else: who asked whom is their affair.
create policy two_cities on visit_wish for select to vicinia_app using (exists (
  select 1 from contribution c where c.id = contribution_id
    and (select app.organisation()) in (c.organisation_id, visit_wish.organisation_id)));
create policy wish on visit_wish for insert to vicinia_app with check (
  person_id = (select app.person()) and organisation_id = (select app.organisation()) and days_by = organisation_id
  and exists (select 1 from organisation o where o.id = organisation_id and o.active)
  and exists (select 1 from contribution c join study_visit v on v.contribution_id = c.id
    where c.id = visit_wish.contribution_id and c.state = 'published' and c.organisation_id <> visit_wish.organisation_id and v.closed_at is null));
create policy act on visit_wish for update to vicinia_app
  using (app.visit_side(contribution_id, person_id, organisation_id) is not null)
  with check (app.visit_side(contribution_id, person_id, organisation_id) is not null);
create policy system on visit_wish to vicinia_system using (true);
grant select, insert (contribution_id, person_id, organisation_id, people, first_day, last_day, days_by),
  update (state, first_day, last_day, days_by) on visit_wish to vicinia_app;

-- Nobody agrees to their own days, changes days that they do not propose themselves, or goes on with what has ended.
create function app.keep_wish() returns trigger language plpgsql as $$
begin
  if app.person() is null then return new; end if;
  if old.state = 'ended' then raise exception 'what has ended stays ended' using errcode = '42501'; end if;
  if new.state = 'agreed' and (old.state <> 'open' or old.days_by = app.organisation()
      or (new.first_day, new.last_day, new.days_by) is distinct from (old.first_day, old.last_day, old.days_by)) then
    raise exception 'the other one agrees, to the days that were proposed' using errcode = '42501';
  end if;
  if (new.first_day, new.last_day, new.days_by) is distinct from (old.first_day, old.last_day, old.days_by)
      and new.days_by <> app.organisation() then
    raise exception 'whoever names other days proposes them' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_wish before update on visit_wish for each row execute function app.keep_wish();

alter table visit_step enable row level security;
create policy two_cities on visit_step for select to vicinia_app using (exists (select 1 from visit_wish w where w.id = wish_id));
create policy act on visit_step for insert to vicinia_app with check (
  person_id = (select app.person()) and organisation_id = (select app.organisation())
  -- A step tells what has become of the wish, and of no other days.
  and exists (select 1 from visit_wish w where w.id = wish_id and app.visit_side(w.contribution_id, w.person_id, w.organisation_id) is not null
    and (w.first_day, w.last_day) = (visit_step.first_day, visit_step.last_day)
    and w.state = case act when 'agreed' then 'agreed' when 'ended' then 'ended' else 'open' end));
create policy system on visit_step to vicinia_system using (true);
grant select, insert (wish_id, person_id, organisation_id, act, first_day, last_day, text) on visit_step to vicinia_app;
`,
)
