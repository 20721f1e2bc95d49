// Answers are given to a circle: whoever is not in it any more reads none, a guest none that stays inside the network, and an
// archived room takes none. And a poll is asked once: its circle, whom it asks and the day it named do not shrink or widen later.
import { migration } from '#platform/db/migration.ts'

export const keepCircles = migration(
  'polls/002-circles',
  `
-- How many cities have answered; null where the poll's audience does not reach this person, whoever asked.
create or replace function app.answers_to_poll(which int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::int from poll_answer a where a.contribution_id = c.id) from contribution c
  where c.id = which and c.kind = 'poll' and c.audience_id = any (app.audiences())
    and ((c.state = 'published' and c.hidden_at is null) or app.may_steer(c.id)) $$;

-- May this person's city answer now: it is asked, the poll reaches them, is open, and its room is not archived.
create or replace function app.may_answer_poll(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c join poll p on p.contribution_id = c.id join poll_asked q on q.contribution_id = c.id
    where c.id = which and c.state = 'published' and c.hidden_at is null and c.audience_id = any ((select app.audiences())::int[])
      and not app.is_archived(c.audience_id) and q.organisation_id = (select app.organisation()) and p.closed_at is null and p.ends_at > now()) $$;

-- The same question, and holds the poll as it is until the transaction ends: it is neither withdrawn nor closed under a writer,
-- nor its room archived.
create or replace function app.hold_poll(which int) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from contribution c where c.id = which and c.kind = 'poll' and c.audience_id = any (app.audiences())) then
    return false;
  end if;
  perform 1 from room r join contribution c using (audience_id) where c.id = which for share of r;
  perform 1 from contribution c join poll p on p.contribution_id = c.id where c.id = which for share;
  return app.may_answer_poll(which);
end $$;

-- Whoever does not reach it any more takes it back on the trunk, and says nothing further in it.
alter policy change on poll using (app.may_steer(contribution_id) and exists (
  select 1 from contribution c where c.id = contribution_id and c.audience_id = any ((select app.audiences())::int[])
    and not app.is_archived(c.audience_id)));

-- Policies cannot compare old with new. A poll that is over stays over: whoever saw the answers because it had ended would
-- otherwise answer after them. Nobody who counts on a day is left with less time.
create or replace function app.keep_poll() returns trigger language plpgsql as $$
begin
  if app.person() is not null and (old.closed_at is not null or old.ends_at <= now())
    and (new.ends_at, new.closed_at) is distinct from (old.ends_at, coalesce(old.closed_at, new.closed_at)) then
    raise exception 'a poll that is over stays over' using errcode = '42501';
  end if;
  if app.person() is not null and new.ends_at < old.ends_at then
    raise exception 'a poll never ends before the day it named' using errcode = '42501';
  end if;
  return new;
end $$;

-- What cities answered for one circle is not shown to a wider one, and cities are added only before it is asked: its circle
-- stands from its first row on, and it is never a draft again.
create or replace function app.keep_poll_audience() returns trigger language plpgsql as $$
begin
  if app.person() is not null and (new.audience_id <> old.audience_id
    or array_position(array['draft', 'published', 'withdrawn'], new.state) < array_position(array['draft', 'published', 'withdrawn'], old.state)) then
    raise exception 'a poll keeps the audience for which cities answered it' using errcode = '42501';
  end if;
  return new;
end $$;
drop trigger keep_poll_audience on contribution;
create trigger keep_poll_audience before update of audience_id, state on contribution for each row
  when (old.kind = 'poll') execute function app.keep_poll_audience();

-- Whom the poll does not reach any more reads no answer, whoever asked and whoever answered. A guest is from outside the network.
alter policy given_to on poll_answer using (
  exists (select 1 from contribution c where c.id = contribution_id and c.audience_id = any ((select app.audiences())::int[]))
  and not (stays_inside and (select app.is_guest()))
  and (organisation_id = (select app.organisation())
    or contribution_id = any ((select app.polls_answered())::int[])
    or app.may_steer(contribution_id)
    or exists (select 1 from poll p where p.contribution_id = poll_answer.contribution_id
      and p.opens_answers and (p.closed_at is not null or p.ends_at <= now()))));

alter policy erase on poll_colleague using (
  organisation_id = (select app.organisation()) and (select app.role()) = 'coordinator' and app.may_answer_poll(contribution_id));
`,
)
