// Hiding: what somebody wrote is taken out of everybody's sight, with a reason that stands in its place. Its author goes on
// reading it and may ask somebody else to look again; who hid something when, and why, stays written down for ever.
import { migration } from '#platform/db/migration.ts'

export const care = migration(
  'trunk/013-care',
  `
alter table contribution add column hidden_at timestamptz;
alter table reply add column hidden_at timestamptz;

create table hiding (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  -- Null: the contribution itself.
  reply_id int references reply,
  reason text not null check (reason in ('personal-data', 'insult', 'confidential', 'misleading', 'advertising', 'other')),
  -- Read by everybody who could read what was hidden; in the language lang.
  words text not null default '' check (length(words) <= 1000),
  lang text not null,
  -- As it stood, for whoever looks again and is not in its audience.
  title text not null,
  text text not null,
  hidden_by int not null references person,
  at timestamptz not null default now(),
  appeal text check (length(appeal) between 1 and 2000),
  appealed_at timestamptz,
  -- Never who hid it.
  judged_by int references person,
  judged_at timestamptz,
  answer text check (length(answer) <= 1000),
  ended_at timestamptz,
  ended_by int references person
);
create unique index hiding_of_contribution on hiding (contribution_id) where reply_id is null and ended_at is null;
create unique index hiding_of_reply on hiding (reply_id) where ended_at is null;
create index hiding_by_contribution on hiding (contribution_id);

-- Erased: the row stays, since what the city shared names it; nobody's name and address stand in it.
alter table person add column erased_at timestamptz;
grant select (erased_at) on person to vicinia_app;

-- One's own list of threads that one wants to hear nothing of; seen by nobody else.
create table mute (
  person_id int not null references person,
  contribution_id int not null references contribution,
  created_at timestamptz not null default now(),
  primary key (person_id, contribution_id)
);
create index mute_by_contribution on mute (contribution_id);
alter table mute enable row level security;
create policy own on mute to vicinia_app using (person_id = (select app.person()))
  with check (person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on mute to vicinia_system using (true);
grant select, insert (person_id, contribution_id), delete on mute to vicinia_app;

-- Who looks after an audience: the office of the network or of its forum, the hosts of a room, the coordinators of a city;
-- never the one about whose words it is. Where nobody is left, and for named persons, the office of the network.
create function app.carers_of(of_audience int, except_person int) returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  with first as (
    select p.id from audience a join person p on p.left_at is null and p.id is distinct from except_person and case a.kind
        when 'public' then p.role = 'office' and p.forum_id is null
        when 'network' then p.role = 'office' and p.forum_id is null
        when 'forum' then p.role = 'office' and p.forum_id = a.forum_id
        when 'organisation' then p.role = 'coordinator' and p.organisation_id = a.organisation_id
        -- As long as they reach it themselves.
        when 'room' then exists (select 1 from audience_person ap where ap.audience_id = a.id and ap.person_id = p.id
          and ap.host and (ap.until is null or ap.until > now())) and a.id = any (string_to_array(app.audiences_of(p.id), ',')::int[])
        else false end
    where a.id = of_audience)
  select id from first
  union all
  select p.id from person p where not exists (select 1 from first)
    and p.left_at is null and p.role = 'office' and p.forum_id is null and p.id is distinct from except_person $$;
-- Who wrote it, and for whom. Of what names nobody whoever asked as a member city, as long as they work there: asked by the
-- functions here and by jobs alone, so that nobody learns it by a report, a hiding or an appeal.
create function app.thing(of_contribution int, of_reply int) returns table (author_id int, audience_id int)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(case when of_reply is null then c.author_id else r.author_id end,
      case when of_reply is null or r.author_id is null then (select v.person_id from veil v
        join person p on p.id = v.person_id and p.organisation_id = v.organisation_id where v.contribution_id = c.id) end), c.audience_id
  from contribution c left join reply r on r.id = of_reply and r.contribution_id = c.id
  where c.id = of_contribution and (of_reply is null or r.id is not null) $$;
-- Of what does not reach them they look after what was hidden only: asked about a number, it would tell that there is something.
create function app.cares(of_contribution int, of_reply int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select app.person() in (select app.carers_of(t.audience_id, t.author_id))
      and (t.audience_id = any (app.audiences())
        or exists (select 1 from hiding h where h.contribution_id = of_contribution and h.reply_id is not distinct from of_reply))
    from app.thing(of_contribution, of_reply) t), false) $$;
-- Who looks again at what somebody hid: another one who looks after the audience, or of the office of the network; where
-- there is none, somebody of any office.
create function app.judges_of(which int) returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select h.hidden_by, t.author_id, t.audience_id from hiding h, app.thing(h.contribution_id, h.reply_id) t where h.id = which),
  first as (
    select p.id from person p, asked where p.left_at is null and p.id <> hidden_by and p.id is distinct from author_id
      and (p.id in (select app.carers_of(audience_id, author_id)) or (p.role = 'office' and p.forum_id is null)))
  select id from first
  union all
  select p.id from person p, asked where not exists (select 1 from first)
    and p.left_at is null and p.role = 'office' and p.id <> hidden_by and p.id is distinct from author_id $$;
-- The same about oneself: who else it is would tell who hid it.
create function app.judges(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(app.person() in (select app.judges_of(which)), false) $$;
create function app.wrote_hidden(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select t.author_id = app.person() from hiding h, app.thing(h.contribution_id, h.reply_id) t where h.id = which), false) $$;

create function app.cares_for_hiding(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select app.cares(h.contribution_id, h.reply_id) from hiding h where h.id = which), false) $$;

-- What is hidden is no row any more: for requests but of its author and of those who look after it, for jobs without exception.
-- Whatever follows a contribution or a reply (files, versions, search, mails, counts, exports) follows it here too.
create policy not_hidden on contribution as restrictive for select to vicinia_app using (
  hidden_at is null or author_id = (select app.person()) or steward_id = (select app.person())
  or id = any ((select app.veiled())::int[]) or app.cares(id, null));
create policy not_hidden_for_jobs on contribution as restrictive for select to vicinia_system using (hidden_at is null);
create policy not_hidden on reply as restrictive for select to vicinia_app using (
  hidden_at is null or author_id = (select app.person())
  or (author_id is null and contribution_id = any ((select app.veiled())::int[])) or app.cares(contribution_id, id));
create policy not_hidden_for_jobs on reply as restrictive for select to vicinia_system using (hidden_at is null);

alter table hiding enable row level security;
create policy concerned on hiding for select to vicinia_app using (
  app.wrote_hidden(id) or app.cares(contribution_id, reply_id)
  or (appealed_at is not null and app.judges(id)));
create policy system on hiding to vicinia_system using (true);
-- Not of what it was, which may be out of reach, nor who did it: whoever hid something did it for the office.
grant select (id, reason, words, lang, title, text, at, appeal, appealed_at, judged_at, answer, ended_at) on hiding to vicinia_app;

-- What stands in the place of what was hidden, for those whom it reached; whether one may open the page about it.
create function app.hidden_in(which int) returns table (
  id int, reply_id int, written_at timestamptz, reason text, words text, lang text, at timestamptz, concerned boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.reply_id, coalesce(r.created_at, c.created_at), h.reason, h.words, h.lang, h.at,
    app.wrote_hidden(h.id) or app.cares(h.contribution_id, h.reply_id)
  from hiding h join contribution c on c.id = h.contribution_id left join reply r on r.id = h.reply_id
  where h.contribution_id = which and h.ended_at is null
    and ((c.state = 'published' and c.audience_id = any (app.audiences()) and (c.hidden_at is null or h.reply_id is null))
      -- Out of reach, they look after the words alone, and not where they stood.
      or app.wrote_hidden(h.id) or (c.audience_id = any (app.audiences()) and app.cares(h.contribution_id, h.reply_id))) $$;
-- Where it stands, for whoever is concerned and reaches it.
create function app.place_of_hiding(which int) returns table (contribution_id int, reply_id int)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.contribution_id, h.reply_id from hiding h join contribution c on c.id = h.contribution_id
  where h.id = which and c.state = 'published' and c.audience_id = any (app.audiences())
    and (app.wrote_hidden(h.id) or app.cares(h.contribution_id, h.reply_id) or app.judges(h.id)) $$;

-- Whoever reads along is told of a hidden reply, too: what they then ask for is the note in its place.
create function app.leaves_note(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from reply r, app.hidden_in(r.contribution_id) n where r.id = which and r.hidden_at is not null and n.reply_id = which) $$;
create or replace function app.reached_readers(hashes text[], which int) returns setof text language plpgsql as $$
declare one text;
begin
  foreach one in array hashes loop
    if exists (select 1 from app.enter_by_session(one)) and (exists (select 1 from reply where id = which) or app.leaves_note(which)) then
      return next one;
    end if;
    perform set_config('app.person', '', true), set_config('app.audiences', '', true),
      set_config('app.organisation', '', true), set_config('app.role', '', true);
  end loop;
end $$;

-- What this person wrote below what they asked as a member city.
create function app.veiled_replies() returns int[] language sql stable as $$
  select array_agg(id) from reply where author_id is null and contribution_id = any ((select app.veiled())::int[]) $$;

-- Without whoever did it: hiding and judging are done for the network, and a history would name them to the one it is about.
create function app.tell_hiding(named text, which int) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into fact (name, actor_id, organisation_id, contribution_id, audience_id, data)
  select named, null, null, h.contribution_id, t.audience_id,
    jsonb_build_object('hiding', h.id) || case when h.reply_id is null then '{}' else jsonb_build_object('reply', h.reply_id) end
  from hiding h, app.thing(h.contribution_id, h.reply_id) t where h.id = which $$;

-- Gives the hiding; null where it is hidden already or nobody's to hide for this person.
create function app.hide(of_contribution int, of_reply int, why text, said text, in_lang text, its_title text, its_text text, may boolean)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh int;
begin
  if not (may or app.cares(of_contribution, of_reply)) then
    raise exception 'nobody hides what is not theirs to look after' using errcode = '42501';
  end if;
  -- Whoever was overruled leaves it to somebody else to think otherwise.
  if exists (select 1 from hiding h where h.contribution_id = of_contribution and h.reply_id is not distinct from of_reply
      and h.judged_at is not null and h.ended_at is not null and h.hidden_by = app.person()) then return null; end if;
  if of_reply is null then
    update contribution set hidden_at = now() where id = of_contribution and hidden_at is null and state = 'published';
  else
    update reply set hidden_at = now() where id = of_reply and contribution_id = of_contribution and hidden_at is null and withdrawn_at is null;
  end if;
  if not found then return null; end if;
  insert into hiding (contribution_id, reply_id, reason, words, lang, title, text, hidden_by)
    values (of_contribution, of_reply, why, said, in_lang, its_title, its_text, app.person()) returning id into fresh;
  perform app.tell_hiding(case when of_reply is null then 'contribution.hidden' else 'reply.hidden' end, fresh);
  return fresh;
end $$;

create function app.end_hiding(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended hiding;
begin
  update hiding set ended_at = now(), ended_by = app.person() where id = which and ended_at is null returning * into ended;
  if ended.id is null then return false; end if;
  if ended.reply_id is null then update contribution set hidden_at = null where id = ended.contribution_id;
  else update reply set hidden_at = null where id = ended.reply_id; end if;
  perform app.tell_hiding(case when ended.reply_id is null then 'contribution.shown' else 'reply.shown' end, which);
  return true;
end $$;
-- Those who look after it take back what was hidden; false where it is shown already.
create function app.show_again(which int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from hiding h where h.id = which and app.cares(h.contribution_id, h.reply_id)) then
    raise exception 'nobody shows what is not theirs to look after' using errcode = '42501';
  end if;
  return app.end_hiding(which);
end $$;
-- Its author asks somebody else to look again, once; false where it is shown, or was asked before.
create function app.appeal(which int, why text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.wrote_hidden(which) then raise exception 'only who wrote it asks to look again' using errcode = '42501'; end if;
  update hiding set appeal = why, appealed_at = now() where id = which and appealed_at is null and ended_at is null;
  if not found then return false; end if;
  perform app.tell_hiding('appeal.made', which);
  return true;
end $$;
-- Decided by another than who hid it, once and for all; false where it was decided, or is shown already.
create function app.judge(which int, lifted boolean, said text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.judges(which) then
    raise exception 'somebody else than who hid it looks again' using errcode = '42501';
  end if;
  update hiding set judged_by = app.person(), judged_at = now(), answer = said
    where id = which and appealed_at is not null and judged_at is null and ended_at is null;
  if not found then return false; end if;
  perform app.tell_hiding('appeal.judged', which);
  if lifted then perform app.end_hiding(which); end if;
  return true;
end $$;

revoke execute on function app.carers_of(int, int), app.thing(int, int), app.judges_of(int), app.judges(int), app.leaves_note(int), app.tell_hiding(text, int), app.end_hiding(int),
  app.hide(int, int, text, text, text, text, text, boolean), app.cares(int, int), app.cares_for_hiding(int), app.wrote_hidden(int),
  app.hidden_in(int), app.place_of_hiding(int), app.show_again(int), app.appeal(int, text), app.judge(int, boolean, text) from public;
grant execute on function app.cares(int, int), app.cares_for_hiding(int), app.wrote_hidden(int), app.judges(int), app.leaves_note(int), app.hidden_in(int), app.place_of_hiding(int),
  app.show_again(int), app.appeal(int, text), app.judge(int, boolean, text) to vicinia_app;
grant execute on function app.carers_of(int, int), app.judges_of(int), app.thing(int, int) to vicinia_system;

-- What happened stays written: nothing of it is rewritten or deleted, by whatever way; an answer is given once.
create function app.keep_hiding() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.contribution_id, new.reply_id, new.reason, new.words, new.title, new.text, new.hidden_by, new.at)
      is distinct from (old.contribution_id, old.reply_id, old.reason, old.words, old.title, old.text, old.hidden_by, old.at)
    or (old.appealed_at is not null and (new.appeal, new.appealed_at) is distinct from (old.appeal, old.appealed_at))
    or (old.judged_at is not null and (new.judged_by, new.judged_at, new.answer) is distinct from (old.judged_by, old.judged_at, old.answer))
    or (old.judged_by is null and new.judged_by = new.hidden_by)
    or (old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by)) then
    raise exception 'what was hidden, and why, stays written down' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep before update or delete on hiding for each row execute function app.keep_hiding();
`,
)
