// The outbox, and the addresses to which nothing is sent for now. Nobody but the system reads a mail; people are told what
// concerns them by functions that ask who they are.
import { migration } from '#platform/db/migration.ts'

export const createMails = migration(
  'mails/001-create',
  `
create table mail (
  id int generated always as identity primary key,
  -- Its own name, once and for all: whatever is written again under it is the same mail.
  name text not null unique check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  -- How fast one mail follows another is counted by the domain of those who get them.
  domain text not null generated always as (lower(substring(email from '[^@]*$'))) stored,
  -- 0: somebody waits for it to come in; 1: a notice; 2: what may take its time, as digests.
  place smallint not null default 1 check (place in (0, 1, 2)),
  -- As it leaves (RFC 5322), sealed where place is 0; null: sent and forgotten.
  message bytea,
  written_at timestamptz not null default now(),
  -- Not sent before.
  due_at timestamptz not null default now(),
  -- Worth nothing afterwards.
  until timestamptz,
  tries smallint not null default 0,
  tried_at timestamptz,
  -- What the mail server said when it did not take it.
  answer text not null default '' check (length(answer) <= 300),
  sent_at timestamptz,
  -- Given up.
  failed_at timestamptz,
  check (sent_at is null or failed_at is null)
);
-- What waits, in its order; and how much went to each domain in the last minute.
create index mail_waiting on mail (place, due_at, id) where sent_at is null and failed_at is null;
create index mail_by_domain on mail (domain, tried_at);
create index mail_by_address on mail (lower(email));

alter table mail enable row level security;
create policy system on mail to vicinia_system using (true);

create function app.tell_mail() returns trigger language plpgsql as $$
begin
  perform pg_notify('mail', '');
  return null;
end $$;
create trigger tell after insert on mail for each statement execute function app.tell_mail();

-- Mails to it came back, or were refused for good.
create table paused_address (
  email text primary key check (email = lower(email) and length(email) between 3 and 254),
  -- What was said about it, in one line.
  reason text not null check (length(reason) <= 300),
  paused_at timestamptz not null
);
alter table paused_address enable row level security;
create policy system on paused_address to vicinia_system using (true);

-- Whoever asks: since when nothing goes to their own address, and why.
create function app.own_pause() returns table (paused_at timestamptz, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.paused_at, a.reason from paused_address a join person p on lower(p.email) = a.email
  where p.id = app.person() and p.left_at is null $$;
revoke execute on function app.own_pause() from public;
grant execute on function app.own_pause() to vicinia_app;

-- An office learns what becomes of mails to people whom it steers; the network's office also of those to addresses outside.
create function app.answers_for_address(which text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app.is_office_of(null) or (app.role() = 'office' and exists (
    select 1 from person p where lower(p.email) = lower(which) and p.left_at is null and app.steers(p.organisation_id))) $$;
revoke execute on function app.answers_for_address(text) from public;

create function app.mails_waiting() returns table (waiting int, oldest timestamptz, held int)
language sql stable security definer set search_path = public, pg_temp as $$
  with addresses as materialized (
    select email, exists (select 1 from paused_address a where a.email = lower(every.email)) as paused
    from (select distinct email from mail where sent_at is null and failed_at is null) every
    where app.answers_for_address(email))
  select count(*) filter (where not paused or place = 0)::int, min(written_at) filter (where not paused or place = 0),
    count(*) filter (where paused and place <> 0)::int
  from mail m join addresses using (email) where m.sent_at is null and m.failed_at is null $$;
revoke execute on function app.mails_waiting() from public;
grant execute on function app.mails_waiting() to vicinia_app;

-- Never what a mail says, nor what it is about. A person is named; an address only where nobody here has it.
create function app.mails_failed() returns table (
  id int, name text, organisation_id int, email text, written_at timestamptz, failed_at timestamptz, answer text, again boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.name, p.organisation_id, case when p.id is null then m.email end, m.written_at, m.failed_at,
    regexp_replace(m.answer, '<?[^[:space:]<>]+@[^[:space:]<>:;,]+>?', '…', 'g'), m.message is not null
  from mail m left join person p on lower(p.email) = lower(m.email) and p.left_at is null
  where m.failed_at is not null and app.answers_for_address(m.email)
  order by m.failed_at desc, m.id desc limit 200 $$;
revoke execute on function app.mails_failed() from public;
grant execute on function app.mails_failed() to vicinia_app;

create function app.addresses_paused() returns table (name text, organisation_id int, email text, paused_at timestamptz, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.name, p.organisation_id, case when p.id is null then a.email end, a.paused_at,
    regexp_replace(a.reason, '<?[^[:space:]<>]+@[^[:space:]<>:;,]+>?', '…', 'g')
  from paused_address a left join person p on lower(p.email) = a.email and p.left_at is null
  where app.answers_for_address(a.email) order by a.paused_at desc, a.email limit 200 $$;
revoke execute on function app.addresses_paused() from public;
grant execute on function app.addresses_paused() to vicinia_app;

-- As if it were written now; what was forgotten cannot be sent again.
create function app.send_mail_again(which int, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update mail set failed_at = null, due_at = at, written_at = at, tries = 0
    where id = which and failed_at is not null and message is not null and app.answers_for_address(email);
  if not found then return false; end if;
  perform pg_notify('mail', '');
  return true;
end $$;
revoke execute on function app.send_mail_again(int, timestamptz) from public;
grant execute on function app.send_mail_again(int, timestamptz) to vicinia_app;
`,
)
