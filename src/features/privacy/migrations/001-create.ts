// Erasure: asked for by oneself, confirmed by the link of a mail, and done after a waiting time in which it can be taken back.
import { migration } from '#platform/db/migration.ts'

export const createPrivacy = migration(
  'privacy/001-create',
  `
create table erasure (
  person_id int primary key references person,
  asked_at timestamptz not null default now(),
  -- Of the secret in the mail; null until it is written.
  token_hash text unique,
  confirmed_at timestamptz,
  due_at timestamptz,
  check ((confirmed_at is null) = (due_at is null))
);
create index erasure_by_due on erasure (due_at) where due_at is not null;

-- The last one who coordinates a city or works in an office, and the last host of a room that is open, hands the duty over first:
-- nobody could give it to anybody later. Gives which duty it is.
create function app.last_duty_of(whose int) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when exists (select 1 from person p where p.id = whose and p.left_at is null and p.role <> 'colleague' and not exists (
      select 1 from person o where o.id <> p.id and o.left_at is null and o.role = p.role
        and o.organisation_id = p.organisation_id and o.forum_id is not distinct from p.forum_id)) then 'role'
    -- What keep_hosts of audience_person would refuse.
    when exists (select 1 from audience_person ap join room r using (audience_id) where ap.person_id = whose and ap.host
      and r.archived_at is null and r.deleted_at is null and not exists (
        select 1 from audience_person o where o.audience_id = ap.audience_id and o.host and o.person_id <> whose)) then 'host' end $$;
-- One's own; of somebody else it would tell of rooms that nobody may know of.
create function app.own_last_duty() returns text
language sql stable security definer set search_path = public, pg_temp as $$ select app.last_duty_of(app.person()) $$;
alter table erasure enable row level security;
create policy own on erasure for select to vicinia_app using (person_id = (select app.person()));
create policy ask on erasure for insert to vicinia_app with check (
  person_id = (select app.person()) and app.own_last_duty() is null);
create policy take_back on erasure for delete to vicinia_app using (person_id = (select app.person()));
create policy system on erasure to vicinia_system using (true);
grant select (person_id, asked_at, confirmed_at, due_at), insert (person_id), delete on erasure to vicinia_app;

-- The second step, by whoever has the mail and is signed in; gives the day on which it is done, null where the link is old or another's.
create function app.confirm_erasure(hash text) returns timestamptz
language sql security definer set search_path = public, pg_temp as $$
  update erasure set confirmed_at = now(), due_at = now() + interval '14 days'
    where person_id = app.person() and token_hash = hash and confirmed_at is null and asked_at > now() - interval '3 days'
      and app.own_last_duty() is null
    returning due_at $$;

-- Who gave an answer to a poll is told inside the city only, one answer at a time; for what somebody takes along of their own.
create function app.own_answers() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from poll_answer where app.person() in (given_by, changed_by) $$;
create function app.own_answer_files() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from poll_file where uploaded_by = app.person() $$;

-- Rows with everything that hangs on them, whichever feature brought it; what happened is kept, without naming what is gone.
create function app.delete_with_all(from_table regclass, ids int[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare its record; own_key name; child_key name; child_ids int[];
begin
  if coalesce(cardinality(ids), 0) = 0 then return; end if;
  select a.attname into own_key from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = from_table and i.indisprimary;
  for its in select f.conrelid::regclass as child, a.attname as child_column from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.confrelid = from_table and cardinality(f.conkey) = 1
  loop
    if its.child = 'fact'::regclass then
      execute format('update %s set %I = null where %I = any ($1)', its.child, its.child_column, its.child_column) using ids;
      continue;
    end if;
    select a.attname into child_key from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = its.child and i.indisprimary and i.indnkeyatts = 1 and a.atttypid = 'int'::regtype;
    if child_key is not null then
      execute format('select array_agg(%I) from %s where %I = any ($1)', child_key, its.child, its.child_column) into child_ids using ids;
      perform app.delete_with_all(its.child, child_ids);
    else
      execute format('delete from %s where %I = any ($1)', its.child, its.child_column) using ids;
    end if;
  end loop;
  execute format('delete from %s where %I = any ($1)', from_table, own_key) using ids;
end $$;
-- What only they had begun and nobody writes with them, also as a member city.
create function app.drafts_of(whose int) returns int[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(c.id) from contribution c where c.state = 'draft'
    and ((c.author_id = whose and c.steward_id = whose) or exists (select 1 from veil v where v.contribution_id = c.id and v.person_id = whose))
    and not exists (select 1 from co_author w where w.contribution_id = c.id and w.joined_at is not null) $$;
revoke execute on function app.own_answers(), app.own_answer_files(), app.last_duty_of(int), app.own_last_duty(), app.confirm_erasure(text), app.delete_with_all(regclass, int[]), app.drafts_of(int) from public;
grant execute on function app.own_answers(), app.own_answer_files(), app.own_last_duty(), app.confirm_erasure(text) to vicinia_app;
grant execute on function app.last_duty_of(int), app.delete_with_all(regclass, int[]), app.drafts_of(int) to vicinia_system;
`,
)
