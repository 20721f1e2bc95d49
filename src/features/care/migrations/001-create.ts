// Reports: what somebody found should not stand here, for those who look after it. Who reported it is known to nobody else.
import { migration } from '#platform/db/migration.ts'

export const createCare = migration(
  'care/001-create',
  `
create table report (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  reply_id int references reply,
  reason text not null check (reason in ('personal-data', 'insult', 'confidential', 'misleading', 'advertising', 'other')),
  words text not null default '' check (length(words) <= 2000),
  -- As it stood: of what was written for few, whoever decides reads this and nothing else.
  title text not null,
  text text not null,
  lang text not null,
  at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by int references person,
  -- Null: it stands as it is.
  hiding_id int references hiding
);
create index report_by_contribution on report (contribution_id);
create index report_waiting on report (at) where decided_at is null;

-- Apart, so that no right on reports can ever tell it.
create table report_by (
  report_id int primary key references report,
  person_id int not null references person
);
create index report_by_person on report_by (person_id);
alter table report_by enable row level security;
create policy own on report_by for select to vicinia_app using (person_id = (select app.person()));
create policy system on report_by to vicinia_system using (true);
grant select on report_by to vicinia_app;

-- Those who look after it; what they left undecided for three days also the office of the network.
create function app.decides_report(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select app.person() in (select app.carers_of(t.audience_id, t.author_id))
      or (r.at < now() - interval '3 days' and app.role() = 'office:network' and t.author_id is distinct from app.person())
    from report r, app.thing(r.contribution_id, r.reply_id) t where r.id = which), false) $$;
alter table report enable row level security;
create policy concerned on report for select to vicinia_app using (
  exists (select 1 from report_by b where b.report_id = id) or app.decides_report(id));
create policy system on report to vicinia_system using (true);
-- Not of what it is, which may be out of reach.
grant select (id, reason, words, title, text, lang, at, decided_at, hiding_id) on report to vicinia_app;

-- Where it stands, for whoever decides and reaches it.
create function app.place_of_report(which int) returns table (contribution_id int, reply_id int)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.contribution_id, r.reply_id from report r join contribution c on c.id = r.contribution_id
  where r.id = which and c.state = 'published' and c.audience_id = any (app.audiences())
    and (app.decides_report(r.id) or exists (select 1 from report_by b where b.report_id = r.id and b.person_id = app.person())) $$;

-- Only what reaches the one who reports, is not their own and is not hidden; once as long as it is undecided.
create function app.report_thing(of_contribution int, of_reply int, why text, said text, its_text text)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh int; its record;
begin
  -- Of what was said to somebody only what was reported is copied: of an answer not the subject, of the whole its first words,
  -- which stand below it as a reply.
  select case when of_reply is not null and app.is_confided(c.kind) then '' else c.title end as title,
      coalesce(r.text, case when app.is_confided(c.kind) then coalesce((select f.text from reply f
        where f.id = (select min(id) from reply where contribution_id = c.id) and f.author_id = c.author_id
          and f.withdrawn_at is null and f.hidden_at is null), '') else its_text end) as text, coalesce(r.lang, c.lang) as lang,
      (select t.author_id from app.thing(of_contribution, of_reply) t) as author_id
    into its from contribution c left join reply r on r.id = of_reply and r.contribution_id = c.id and r.withdrawn_at is null and r.hidden_at is null
    where c.id = of_contribution and c.state = 'published' and c.hidden_at is null and c.audience_id = any (app.audiences())
      and (of_reply is null or r.id is not null);
  if app.person() is null or its.title is null or its.author_id is not distinct from app.person() then
    raise exception 'only what reaches somebody, and is not theirs, is reported' using errcode = '42501';
  end if;
  select r.id into fresh from report r join report_by b on b.report_id = r.id where b.person_id = app.person()
    and r.contribution_id = of_contribution and r.reply_id is not distinct from of_reply and r.decided_at is null;
  if fresh is not null then return fresh; end if;
  insert into report (contribution_id, reply_id, reason, words, title, text, lang)
    values (of_contribution, of_reply, why, said, its.title, its.text, its.lang) returning id into fresh;
  insert into report_by values (fresh, app.person());
  -- In nobody's name: a history that named the one who reported would tell.
  insert into fact (name, data) values ('report.made', jsonb_build_object('report', fresh));
  return fresh;
end $$;

create function app.close_reports(of_contribution int, of_reply int, with_hiding int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare one int;
begin
  for one in update report set decided_at = now(), decided_by = app.person(), hiding_id = with_hiding
    where contribution_id = of_contribution and reply_id is not distinct from of_reply and decided_at is null returning id
  loop insert into fact (name, actor_id, organisation_id, data)
    values ('report.decided', app.person(), app.organisation(), jsonb_build_object('report', one)); end loop;
end $$;
-- Every open report about the same words is answered with it. Gives the hiding; null where somebody else was faster.
create function app.hide_reported(which int, why text, said text, in_lang text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare its report; fresh int;
begin
  if not app.decides_report(which) then raise exception 'not theirs to decide' using errcode = '42501'; end if;
  select * into its from report where id = which and decided_at is null for update;
  if its.id is null then return null; end if;
  fresh := app.hide(its.contribution_id, its.reply_id, why, said, in_lang, its.title, its.text, true);
  if fresh is not null then perform app.close_reports(its.contribution_id, its.reply_id, fresh); end if;
  return fresh;
end $$;
-- It stands as it is; false where somebody else was faster.
create function app.leave_reported(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare its report;
begin
  if not app.decides_report(which) then raise exception 'not theirs to decide' using errcode = '42501'; end if;
  select * into its from report where id = which and decided_at is null for update;
  if its.id is null then return false; end if;
  perform app.close_reports(its.contribution_id, its.reply_id, null);
  return true;
end $$;
revoke execute on function app.decides_report(int), app.place_of_report(int), app.report_thing(int, int, text, text, text),
  app.close_reports(int, int, int), app.hide_reported(int, text, text, text), app.leave_reported(int) from public;
grant execute on function app.decides_report(int), app.place_of_report(int), app.report_thing(int, int, text, text, text),
  app.hide_reported(int, text, text, text), app.leave_reported(int) to vicinia_app;

-- Who has read how we treat each other, and when they agreed.
create table conduct_agreement (
  person_id int primary key references person,
  at timestamptz not null default now()
);
alter table conduct_agreement enable row level security;
create policy own on conduct_agreement to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on conduct_agreement to vicinia_system using (true);
grant select, insert (person_id) on conduct_agreement to vicinia_app;

-- What is hidden leaves the index in the same transaction, as what is narrowed does.
create trigger forget_hidden after update of hidden_at on contribution for each row
  when (new.hidden_at is not null) execute function app.forget_in_search();
`,
)
