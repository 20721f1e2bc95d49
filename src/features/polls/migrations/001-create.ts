// Polls: what is asked, which cities are asked, and one answer for each of them. Who sees the poll is decided on the trunk;
// who sees the answers is decided here: they are given to those who give one.
import { migration } from '#platform/db/migration.ts'

export const createPolls = migration(
  'polls/001-create',
  `
create table poll (
  contribution_id int primary key references contribution,
  text text not null,
  -- [{kind, words, choices, unit, required}]; fixed once it is asked, so that an answer stays an answer to what was asked.
  items jsonb not null default '[]',
  -- Who was chosen among those whom the audience reaches; all where empty.
  countries text[] not null default '{}',
  sizes text[] not null default '{}',
  ends_at timestamptz not null,
  remind text not null default 'never' check (remind in ('never', 'halfway', 'three-days')),
  remind_at timestamptz,
  reminded_at timestamptz,
  -- After the end everybody whom the poll reaches sees the answers; said when it is asked, never afterwards.
  opens_answers boolean not null default false,
  -- Before its day, by whoever steers it.
  closed_at timestamptz,
  -- What came of it, in the words of whoever asked; Markdown.
  outcome text not null default ''
);

-- The cities that are asked, as they were on the day of asking.
create table poll_asked (
  contribution_id int not null references contribution,
  organisation_id int not null references organisation,
  primary key (contribution_id, organisation_id)
);
create index poll_asked_by_organisation on poll_asked (organisation_id);

-- Whom a city's coordinator named to answer for it.
create table poll_colleague (
  contribution_id int not null references contribution,
  organisation_id int not null references organisation,
  person_id int not null references person,
  named_by int not null references person,
  primary key (contribution_id, organisation_id)
);
create index poll_colleague_by_person on poll_colleague (person_id);

create table poll_answer (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  organisation_id int not null references organisation,
  -- In the order of the poll's items; null where one was left out.
  given jsonb not null default '[]',
  -- Not to be passed on outside the network.
  stays_inside boolean not null default false,
  given_by int not null references person,
  given_at timestamptz not null default now(),
  changed_by int references person,
  changed_at timestamptz,
  revision int not null default 1,
  demonstration boolean not null default false,
  unique (contribution_id, organisation_id)
);
create index poll_answer_by_organisation on poll_answer (organisation_id);

create table poll_file (
  id int generated always as identity primary key,
  answer_id int not null references poll_answer,
  -- Place of the item that it answers, from 0.
  item smallint not null check (item between 0 and 19),
  uploaded_by int not null references person,
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  stored_as text not null unique,
  unique (answer_id, item)
);

-- Security definer, all of them: they ask about rows that the policies themselves stand on.

-- What this person's city has answered.
create function app.polls_answered() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(contribution_id) from poll_answer where organisation_id = app.organisation() $$;

-- How many cities have answered; null where the poll is out of reach.
create function app.answers_to_poll(which int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::int from poll_answer a where a.contribution_id = c.id) from contribution c
  where c.id = which and c.kind = 'poll' and ((c.state = 'published' and c.audience_id = any (app.audiences()))
    or (c.steward_id = app.person() and c.organisation_id = app.organisation())) $$;

-- Who gave it and who changed it last: told inside the city only.
create function app.hands_of_answer(which int) returns table (given_by int, changed_by int)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.given_by, a.changed_by from poll_answer a join contribution c on c.id = a.contribution_id
  where a.id = which and a.organisation_id = app.organisation() and c.state = 'published' and c.audience_id = any (app.audiences()) $$;

-- May this person's city answer now: it is asked, the poll reaches them and is open.
create function app.may_answer_poll(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c join poll p on p.contribution_id = c.id join poll_asked q on q.contribution_id = c.id
    where c.id = which and c.state = 'published' and c.audience_id = any ((select app.audiences())::int[])
      and q.organisation_id = (select app.organisation()) and p.closed_at is null and p.ends_at > now()) $$;

-- Given once, an answer is changed by whoever gave it and by the city's coordinator.
create function app.may_change_answer(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from poll_answer a where a.id = which and a.organisation_id = app.organisation()
    and (a.given_by = app.person() or app.role() = 'coordinator') and app.may_answer_poll(a.contribution_id)) $$;

-- The same question, and holds the poll as it is until the transaction ends: it is neither withdrawn nor closed under a writer.
create function app.hold_poll(which int) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from contribution c where c.id = which and c.kind = 'poll' and c.audience_id = any (app.audiences())) then
    return false;
  end if;
  perform 1 from contribution c join poll p on p.contribution_id = c.id where c.id = which for share;
  return app.may_answer_poll(which);
end $$;

revoke execute on function app.polls_answered(), app.answers_to_poll(int), app.hands_of_answer(int), app.may_change_answer(int), app.hold_poll(int) from public;
grant execute on function app.polls_answered(), app.answers_to_poll(int), app.hands_of_answer(int), app.may_change_answer(int), app.hold_poll(int) to vicinia_app, vicinia_system;

alter table poll enable row level security;
create policy follows on poll for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
-- To many only: a poll of one city or of named persons would be a question.
create policy write on poll for insert to vicinia_app with check (app.may_steer(contribution_id) and exists (
  select 1 from contribution c join audience a on a.id = c.audience_id
  where c.id = contribution_id and c.kind = 'poll' and c.state = 'draft' and a.kind in ('network', 'forum', 'room')));
create policy change on poll for update to vicinia_app using (app.may_steer(contribution_id)) with check (app.may_steer(contribution_id));
create policy system on poll to vicinia_system using (true);
grant select on poll to vicinia_app;
grant insert (contribution_id, text, items, countries, sizes, ends_at, remind, remind_at, opens_answers) on poll to vicinia_app;
grant update (ends_at, remind_at, closed_at, outcome) on poll to vicinia_app;

-- Policies cannot compare old with new. A poll that is over stays over: whoever saw the answers because it had ended would
-- otherwise answer after them. And what cities answered for one circle is not shown to a wider one.
create function app.keep_poll() returns trigger language plpgsql as $$
begin
  if app.person() is not null and (old.closed_at is not null or old.ends_at <= now())
    and (new.ends_at, new.closed_at) is distinct from (old.ends_at, coalesce(old.closed_at, new.closed_at)) then
    raise exception 'a poll that is over stays over' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_poll before update on poll for each row execute function app.keep_poll();
create function app.keep_poll_audience() returns trigger language plpgsql as $$
begin
  if app.person() is not null and old.kind = 'poll' and old.state <> 'draft' and new.audience_id is distinct from old.audience_id then
    raise exception 'a poll keeps the audience for which cities answered it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_poll_audience before update of audience_id on contribution for each row execute function app.keep_poll_audience();

alter table poll_asked enable row level security;
create policy follows on poll_asked for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on poll_asked for insert to vicinia_app with check (app.may_steer(contribution_id)
  and exists (select 1 from contribution c where c.id = contribution_id and c.kind = 'poll' and c.state = 'draft'));
create policy system on poll_asked to vicinia_system using (true);
grant select, insert on poll_asked to vicinia_app;

-- Who answers for a city is its own affair.
alter table poll_colleague enable row level security;
create policy inside on poll_colleague for select to vicinia_app using (
  organisation_id = (select app.organisation()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy write on poll_colleague for insert to vicinia_app with check (
  organisation_id = (select app.organisation()) and (select app.role()) = 'coordinator' and named_by = (select app.person())
  and app.may_answer_poll(contribution_id)
  and exists (select 1 from person p where p.id = person_id and p.organisation_id = poll_colleague.organisation_id and p.left_at is null));
create policy erase on poll_colleague for delete to vicinia_app using (
  organisation_id = (select app.organisation()) and (select app.role()) = 'coordinator'
  and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on poll_colleague to vicinia_system using (true);
grant select, insert, delete on poll_colleague to vicinia_app;

alter table poll_answer enable row level security;
create policy given_to on poll_answer for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id)
  and (organisation_id = (select app.organisation())
    or contribution_id = any ((select app.polls_answered())::int[])
    or app.may_steer(contribution_id)
    or exists (select 1 from poll p where p.contribution_id = poll_answer.contribution_id
      and p.opens_answers and (p.closed_at is not null or p.ends_at <= now()))));
create policy give on poll_answer for insert to vicinia_app with check (
  organisation_id = (select app.organisation()) and given_by = (select app.person()) and app.may_answer_poll(contribution_id));
create policy change on poll_answer for update to vicinia_app using (app.may_change_answer(id))
  with check (changed_by = (select app.person()));
create policy system on poll_answer to vicinia_system using (true);
grant select (id, contribution_id, organisation_id, given, stays_inside, given_at, changed_at, revision, demonstration) on poll_answer to vicinia_app;
grant insert (contribution_id, organisation_id, given, stays_inside, given_by) on poll_answer to vicinia_app;
grant update (given, stays_inside, changed_by, changed_at, revision) on poll_answer to vicinia_app;

alter table poll_file enable row level security;
create policy follows on poll_file for select to vicinia_app using (exists (select 1 from poll_answer a where a.id = answer_id));
create policy write on poll_file for insert to vicinia_app with check (uploaded_by = (select app.person()) and app.may_change_answer(answer_id));
create policy erase on poll_file for delete to vicinia_app using (app.may_change_answer(answer_id));
create policy system on poll_file to vicinia_system using (true);
grant select (id, answer_id, item, name, media_type, size, stored_as), delete on poll_file to vicinia_app;
grant insert (answer_id, item, uploaded_by, name, media_type, size, stored_as) on poll_file to vicinia_app;
`,
)
