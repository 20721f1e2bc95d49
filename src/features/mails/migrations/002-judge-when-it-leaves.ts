// Of what a mail tells whom, so that it is judged once more when it leaves; and no office learns of guests from mails that fail.
import { migration } from '#platform/db/migration.ts'

export const judgeWhenItLeaves = migration(
  'mails/002-judge-when-it-leaves',
  `
-- Of what it tells whom, judged when it leaves; null: owed to its address, as all that was written before.
alter table mail
  add person_id int references person on delete cascade,
  add contribution_id int references contribution on delete cascade,
  add reply_id int references reply on delete cascade,
  add audience_id int references audience on delete cascade,
  add check (person_id is not null or (contribution_id is null and reply_id is null and audience_id is null));
create index mail_of_person on mail (person_id) where person_id is not null;
create index mail_of_contribution on mail (contribution_id) where contribution_id is not null;
create index mail_of_reply on mail (reply_id) where reply_id is not null;
create index mail_of_audience on mail (audience_id) where audience_id is not null;

-- Asked by the system, which no hidden thing is shown to, in the moment in which a mail leaves: its person is still here and in the
-- room of which it tells, and its thing stands, is within their reach and not muted. Who writes along, looks after it or asked it behind a veil is told wherever it lies.
create function app.mail_may_go(whom int, which int, of_reply int, in_room int) returns boolean language sql stable cost 10000 as $$
  select whom is null or exists (select 1 from person p where p.id = whom and p.left_at is null
    and (in_room is null or in_room = any (string_to_array(app.audiences_of(p.id), ',')::int[]))
    and (of_reply is null or exists (select 1 from reply r where r.id = of_reply and r.withdrawn_at is null))
    and (which is null or (
      not exists (select 1 from mute m where m.person_id = p.id and m.contribution_id = which)
      and app.may_hear(which, p.id)
      and exists (select 1 from contribution c where c.id = which and case
        when exists (select 1 from co_author co where co.contribution_id = c.id and co.person_id = p.id
          and co.organisation_id = p.organisation_id) then c.state <> 'withdrawn'
        else c.state = 'published' and (c.audience_id = any (string_to_array(app.audiences_of(p.id), ',')::int[])
          or (c.steward_id = p.id and c.organisation_id = p.organisation_id)
          or exists (select 1 from veil v where v.contribution_id = c.id and v.person_id = p.id
            and v.organisation_id = p.organisation_id)) end)))) $$;
revoke execute on function app.mail_may_go(int, int, int, int) from public;
grant execute on function app.mail_may_go(int, int, int, int) to vicinia_system;

-- An office learns what becomes of mails to people whom it steers; the network's office also of those to addresses outside. Guests
-- of rooms, and who is invited to become one, are known to the room alone: of an address outside it learns through another mail only.
create or replace function app.answers_for_address(which text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when exists (select 1 from person p where lower(p.email) = lower(which) and p.left_at is null and not p.guest) then app.is_office_of(null)
      or (app.role() = 'office' and exists (
        select 1 from person p where lower(p.email) = lower(which) and p.left_at is null and app.steers(p.organisation_id)))
    when exists (select 1 from person p where lower(p.email) = lower(which) and p.guest) then false
    else app.is_office_of(null) and exists (
      select 1 from mail m where lower(m.email) = lower(which) and m.name not like 'room-invitation-%') end $$;

-- As before, and nothing of whom a room invites.
create or replace function app.mails_waiting() returns table (waiting int, oldest timestamptz, held int)
language sql stable security definer set search_path = public, pg_temp as $$
  with addresses as materialized (
    select email, exists (select 1 from paused_address a where a.email = lower(every.email)) as paused,
      exists (select 1 from person p where lower(p.email) = lower(every.email) and p.left_at is null) as known
    from (select distinct email from mail where sent_at is null and failed_at is null) every
    where app.answers_for_address(email))
  select count(*) filter (where not paused or place = 0)::int, min(written_at) filter (where not paused or place = 0),
    count(*) filter (where paused and place <> 0)::int
  from mail m join addresses using (email)
  where m.sent_at is null and m.failed_at is null and (known or m.name not like 'room-invitation-%') $$;

create or replace function app.mails_failed() returns table (
  id int, name text, organisation_id int, email text, written_at timestamptz, failed_at timestamptz, answer text, again boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.name, p.organisation_id, case when p.id is null then m.email end, m.written_at, m.failed_at,
    regexp_replace(m.answer, '<?[^[:space:]<>]+@[^[:space:]<>:;,]+>?', '…', 'g'), m.message is not null
  from mail m left join person p on lower(p.email) = lower(m.email) and p.left_at is null
  where m.failed_at is not null and (p.id is not null or m.name not like 'room-invitation-%') and app.answers_for_address(m.email)
  order by m.failed_at desc, m.id desc limit 200 $$;

-- Only what is listed there.
create or replace function app.send_mail_again(which int, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update mail set failed_at = null, due_at = at, written_at = at, tries = 0
    where id = which and exists (select 1 from app.mails_failed() f where f.id = which and f.again);
  if not found then return false; end if;
  perform pg_notify('mail', '');
  return true;
end $$;
`,
)
