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
`,
)
