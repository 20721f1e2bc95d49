// What somebody watches, in which rhythm they want to hear of it, and what there is to tell them. Each is its person's alone.
import { migration } from '#platform/db/migration.ts'

export const createNotices = migration(
  'notices/001-create',
  `
-- Single things stand in watch, saved searches in saved_search. An organisation and an audience by their number, a concept by its
-- slug, a kind by its name: what is watched may end, and the watching ends by itself.
create table subscription (
  person_id int not null references person on delete cascade,
  kind text not null check (kind in ('concept', 'organisation', 'audience', 'kind')),
  ref text not null check (length(ref) between 1 and 120),
  created_at timestamptz not null default now(),
  primary key (person_id, kind, ref)
);
create index subscription_by_ref on subscription (kind, ref);

-- Only what differs from the defaults in rhythm.ts. Saved searches have each their own.
create table notice_rhythm (
  person_id int not null references person on delete cascade,
  area text not null check (area in ('asked', 'watched', 'rooms', 'city')),
  rhythm text not null check (rhythm in ('at_once', 'daily', 'weekly', 'never')),
  primary key (person_id, area)
);

create table notice_setting (
  person_id int primary key references person on delete cascade,
  -- Across midnight where it ends before it begins; null: none.
  quiet_from time,
  quiet_to time,
  -- Null: the one of the city's country.
  time_zone text,
  -- No mails at weekends and on holidays of the city's country.
  holidays boolean not null default false,
  -- Of what is watched only what concerns one's own city.
  only_my_city boolean not null default false,
  -- When the digest comes, in one's own time; 1 is Monday.
  digest_hour smallint not null default 7 check (digest_hour between 0 and 23),
  digest_weekday smallint not null default 1 check (digest_weekday between 1 and 7),
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);

create table notice (
  id bigint generated always as identity primary key,
  person_id int not null references person on delete cascade,
  contribution_id int not null references contribution on delete cascade,
  reply_id int references reply on delete cascade,
  fact_id bigint not null references fact on delete cascade,
  area text not null check (area in ('asked', 'watched', 'rooms', 'city')),
  -- What happened, in one word of notice.ts.
  what text not null,
  -- Why it came: [{"by": "concept", "ref": "youth"}], the words are found when it is read.
  why jsonb not null default '[]',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  -- When a mail told of it, at once or in a digest.
  mailed_at timestamptz,
  unique (person_id, fact_id)
);
create index notice_by_thing on notice (person_id, contribution_id);
create index notice_unread on notice (person_id, created_at desc) where read_at is null;
create index notice_by_time on notice (created_at);
create index notice_by_contribution on notice (contribution_id);
create index notice_by_reply on notice (reply_id) where reply_id is not null;
create index notice_by_fact on notice (fact_id);

-- A mail that fell into somebody's quiet time: its fact is heard once more when that ends, and all is judged anew then.
create table notice_later (
  fact_id bigint not null references fact on delete cascade,
  person_id int not null references person on delete cascade,
  until timestamptz not null,
  primary key (fact_id, person_id)
);
create index notice_later_by_person on notice_later (person_id);
create index notice_later_due on notice_later (until);

alter table subscription enable row level security;
create policy own on subscription to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on subscription to vicinia_system using (true);
grant select, delete, insert (person_id, kind, ref) on subscription to vicinia_app;

alter table notice_rhythm enable row level security;
create policy own on notice_rhythm to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on notice_rhythm to vicinia_system using (true);
grant select, insert, delete, update (rhythm) on notice_rhythm to vicinia_app;

alter table notice_setting enable row level security;
create policy own on notice_setting to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on notice_setting to vicinia_system using (true);
grant select, insert, update (quiet_from, quiet_to, time_zone, holidays, only_my_city, digest_hour, digest_weekday) on notice_setting to vicinia_app;

-- A row only where what it tells of is within reach now, is published, shown and not muted: removed from a room, hidden or
-- withdrawn it is gone from list and count alike, and comes back if that is taken back.
alter table notice enable row level security;
create policy reached on notice for select to vicinia_app using (
  person_id = (select app.person())
  and exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published' and c.hidden_at is null
    and (c.audience_id = any ((select app.audiences())::int[]) or c.id = any ((select app.co_authored(true))::int[])))
  and (reply_id is null or exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null and r.hidden_at is null))
  and not exists (select 1 from mute m where m.person_id = notice.person_id and m.contribution_id = notice.contribution_id));
create policy read on notice for update to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on notice to vicinia_system using (true);
grant select, update (read_at) on notice to vicinia_app;

-- Of the jobs only.
alter table notice_later enable row level security;
create policy system on notice_later to vicinia_system using (true);

-- What somebody watched and was told goes when they go.
create function app.forget_notices() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from subscription where person_id = new.id;
  delete from notice_rhythm where person_id = new.id;
  delete from notice_setting where person_id = new.id;
  delete from notice where person_id = new.id;
  delete from notice_later where person_id = new.id;
  return null;
end $$;
revoke execute on function app.forget_notices() from public;
create trigger forget_notices after update of left_at on person for each row
  when (new.left_at is not null) execute function app.forget_notices();

-- One's open pages are told that something came or was read: a person below zero, where threads are told above; nought is
-- everybody, where it concerns very many. No words go there.
create function app.tell_notices() returns trigger language plpgsql as $$
declare persons int[];
begin
  if tg_op = 'INSERT' then select array_agg(distinct person_id) into persons from told;
  else select array_agg(distinct t.person_id) into persons from told t join before b using (id)
    where t.read_at is distinct from b.read_at;
  end if;
  if cardinality(persons) > 500 then perform pg_notify('live', '0 0');
  else perform pg_notify('live', (-one) || ' 0') from unnest(persons) one;
  end if;
  return null;
end $$;
revoke execute on function app.tell_notices() from public;
create trigger tell_new after insert on notice referencing new table as told for each statement execute function app.tell_notices();
create trigger tell_read after update on notice referencing old table as before new table as told
  for each statement execute function app.tell_notices();
`,
)
