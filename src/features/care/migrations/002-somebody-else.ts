// Whoever reported something leaves it to somebody else to decide and to look again; and copies of what was hidden are not kept for good.
import { migration } from '#platform/db/migration.ts'

export const somebodyElse = migration(
  'care/002-somebody-else',
  `
-- Those who look after it, but for whoever reported the same words; where nobody is left, and after three days, the office of the
-- network. Never the author. For jobs, which write to them.
create function app.deciders_of(which int) returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select r.at, r.contribution_id, r.reply_id, t.author_id, t.audience_id
      from report r, app.thing(r.contribution_id, r.reply_id) t where r.id = which),
    -- One decision answers all open reports about the same words.
    reporting as materialized (select b.person_id as id from asked a join report r on r.contribution_id = a.contribution_id
        and r.reply_id is not distinct from a.reply_id and (r.id = which or r.decided_at is null)
      join report_by b on b.report_id = r.id),
    first as materialized (select one as id from asked, app.carers_of(audience_id, author_id) one where one not in (select id from reporting))
  select id from first
  union
  select p.id from person p, asked where p.left_at is null and p.role = 'office' and p.forum_id is null
    and p.id is distinct from author_id and p.id not in (select id from reporting)
    and (asked.at < now() - interval '3 days' or not exists (select 1 from first)) $$;
revoke execute on function app.deciders_of(int) from public;
grant execute on function app.deciders_of(int) to vicinia_system;

create or replace function app.decides_report(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(app.person() in (select app.deciders_of(which)), false) $$;

-- Told to whoever reported it, and to nobody else.
create function app.waits_for_nobody(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from report r join report_by b on b.report_id = r.id
      where r.id = which and r.decided_at is null and b.person_id = app.person())
    and not exists (select 1 from app.deciders_of(which)) $$;
revoke execute on function app.waits_for_nobody(int) from public;
grant execute on function app.waits_for_nobody(int) to vicinia_app;

-- As on the trunk, and nobody who reported what was hidden.
create or replace function app.judges_of(which int) returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select h.hidden_by, t.author_id, t.audience_id from hiding h, app.thing(h.contribution_id, h.reply_id) t where h.id = which),
  others as materialized (
    select p.id, p.role, p.forum_id, asked.author_id, asked.audience_id from person p, asked
    where p.left_at is null and p.id <> hidden_by and p.id is distinct from author_id
      and (p.role = 'office' or p.id in (select app.carers_of(audience_id, author_id)))
      and not exists (select 1 from report r join report_by b on b.report_id = r.id where r.hiding_id = which and b.person_id = p.id)),
  first as (
    select id from others where (role = 'office' and forum_id is null) or id in (select app.carers_of(audience_id, author_id)))
  select id from first
  union all
  select id from others where not exists (select 1 from first) and role = 'office' $$;

-- Nobody could look again at what is no longer there to be read.
create or replace function app.appeal(which int, why text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.wrote_hidden(which) then raise exception 'only who wrote it asks to look again' using errcode = '42501'; end if;
  update hiding set appeal = why, appealed_at = now()
    where id = which and appealed_at is null and ended_at is null and title || text <> '';
  if not found then return false; end if;
  perform app.tell_hiding('appeal.made', which);
  return true;
end $$;
`,
)
