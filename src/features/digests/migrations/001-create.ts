// Digests: one a person and day at most, whatever crashes; and what the network's office lets go into mails.
import { migration } from '#platform/db/migration.ts'

export const createDigests = migration(
  'digests/001-create',
  `
create table digest (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  -- In the reader's time zone.
  day date not null,
  -- Also of what is gathered for a week.
  weekly boolean not null,
  raised_at timestamptz not null default now(),
  -- Sent, or nothing to send: nobody looks at it again.
  closed_at timestamptz,
  mailed_at timestamptz check (mailed_at <= closed_at),
  -- What it told, so that the same is not sent again as news: numbers of things, no words.
  keys text[] not null default '{}',
  unique (person_id, day)
);
create index digest_open on digest (id) where closed_at is null;
create index digest_by_time on digest (raised_at);
alter table digest enable row level security;
create policy own on digest for select to vicinia_app using (person_id = (select app.person()));
create policy system on digest to vicinia_system using (true);
grant select (person_id, day, weekly, mailed_at, keys) on digest to vicinia_app;

create table digest_setting (
  singular boolean primary key default true check (singular),
  -- First sentences of what a forum, a room or a city keeps to itself stand in mails.
  amber_bodies boolean not null,
  changed_at timestamptz not null
);
alter table digest_setting enable row level security;
create policy everybody on digest_setting for select to vicinia_app using ((select app.person()) is not null);
create policy office_sets on digest_setting for insert to vicinia_app with check (app.role() = 'office:network');
create policy office_changes on digest_setting for update to vicinia_app
  using (app.role() = 'office:network') with check (app.role() = 'office:network');
create policy system on digest_setting to vicinia_system using (true);
grant select, insert, update (amber_bodies, changed_at) on digest_setting to vicinia_app;

create function app.forget_digests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from digest where person_id = new.id;
  return null;
end $$;
revoke execute on function app.forget_digests() from public;
create trigger forget_digests after update of left_at on person for each row
  when (new.left_at is not null) execute function app.forget_digests();
`,
)
