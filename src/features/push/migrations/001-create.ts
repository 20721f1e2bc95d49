// Devices on which somebody allowed notices, and what is on its way to them.
import { migration } from '#platform/db/migration.ts'

export const createPush = migration(
  'push/001-create',
  `
create table push_device (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  -- Who signs out, or was signed out, gets nothing on that device any more: somebody else may sit before it.
  session_id int references session on delete cascade,
  -- What the browser's push service gave: an address of its own, and the keys that only this browser can open.
  -- Where it leads is judged whenever something is sent: a name may mean another place tomorrow.
  endpoint text not null unique check (length(endpoint) <= 2000),
  p256dh text not null check (length(p256dh) <= 100),
  auth text not null check (length(auth) <= 32),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index push_device_by_person on push_device (person_id);
create index push_device_by_session on push_device (session_id);
alter table push_device enable row level security;
create policy own on push_device to vicinia_app using (person_id = (select app.person()));
create policy system on push_device to vicinia_system using (true);
grant select (id, person_id, session_id, created_at, used_at), delete on push_device to vicinia_app;

-- One browser tells one person: whoever allows notices in it last. A function, since the row before may be somebody else's.
create function app.add_push_device(its_session int, its_endpoint text, its_p256dh text, its_auth text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from session where id = its_session and person_id = app.person()) then
    raise exception 'devices belong to whoever is signed in on them' using errcode = '42501';
  end if;
  delete from push_device where endpoint = its_endpoint;
  -- Browsers come and go without a word; the oldest make room.
  delete from push_device where id in (
    select id from push_device where person_id = app.person() order by id desc offset 9);
  insert into push_device (person_id, session_id, endpoint, p256dh, auth)
    values (app.person(), its_session, its_endpoint, its_p256dh, its_auth);
end $$;
revoke execute on function app.add_push_device(int, text, text, text) from public;
grant execute on function app.add_push_device(int, text, text, text) to vicinia_app;

-- Of the jobs only; what it says is found when it is sent. It stays for some days, so that nothing is told to a device twice.
create table push_delivery (
  id bigint generated always as identity primary key,
  device_id int not null references push_device on delete cascade,
  -- With what it is about: told to a device once. The feature that tells names it.
  key text not null check (length(key) between 1 and 100),
  contribution_id int references contribution on delete cascade,
  path text not null check (length(path) <= 500),
  raised_at timestamptz not null default now(),
  -- Sent, or given up because there was nothing to tell any more.
  done_at timestamptz
);
create unique index push_delivery_once on push_delivery (device_id, key, coalesce(contribution_id, 0));
create index push_delivery_by_contribution on push_delivery (contribution_id) where contribution_id is not null;
create index push_delivery_by_time on push_delivery (raised_at);
alter table push_delivery enable row level security;
create policy system on push_delivery to vicinia_system using (true);
`,
)
