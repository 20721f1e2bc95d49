// Saved searches: what somebody goes on looking for, what matched it, and the mails that tell of it. Each is its person's alone.
import { migration } from '#platform/db/migration.ts'

export const createSaved = migration(
  'saved/001-create',
  `
create table saved_search (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  name text not null,
  -- The words, and in which language they are read first.
  text text not null,
  lang text not null,
  -- Facet → values.
  filters jsonb not null default '{}',
  -- Terms, as the index numbers them, of which a thing must have one to match at all: the words, the concepts; 0 where there
  -- are no words. Numbers, because texts are compared by the rules of a language: of 5,000 searches that takes 95 instead of 25 ms.
  keys bigint[] not null,
  rhythm text not null default 'never' check (rhythm in ('at-once', 'daily', 'weekly', 'never')),
  created_at timestamptz not null default now(),
  -- What matched after this moment is new on the page …
  looked_at timestamptz not null default now(),
  -- … and what matched after this one is worth a mail: set anew when mails are switched on.
  alerts_from timestamptz not null default now(),
  -- The last day on which a digest was due.
  digested_on date not null default current_date
);
create unique index saved_search_once on saved_search (person_id, md5(text || filters::text));
create index saved_search_by_key on saved_search using gin (keys);
create index saved_search_digests on saved_search (digested_on) where rhythm in ('daily', 'weekly');

create table saved_match (
  saved_search_id int not null references saved_search on delete cascade,
  contribution_id int not null references contribution on delete cascade,
  matched_at timestamptz not null default now(),
  -- When a mail told of it.
  told_at timestamptz,
  primary key (saved_search_id, contribution_id)
);
create index saved_match_by_contribution on saved_match (contribution_id);

-- One mail: about one contribution at once, or the digest of one day. At most one of each for a person, whatever crashes.
create table saved_alert (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  contribution_id int references contribution on delete cascade,
  day date,
  -- Of a digest: the searches that were due.
  searches int[] not null default '{}',
  raised_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (person_id, contribution_id),
  unique (person_id, day)
);
create index saved_alert_by_contribution on saved_alert (contribution_id);

alter table saved_search enable row level security;
create policy own on saved_search for select to vicinia_app using (person_id = (select app.person()));
create policy write on saved_search for insert to vicinia_app with check (person_id = (select app.person()));
create policy change on saved_search for update to vicinia_app
  using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy erase on saved_search for delete to vicinia_app using (person_id = (select app.person()));
create policy system on saved_search to vicinia_system using (true);
grant select, delete on saved_search to vicinia_app;
grant insert (person_id, name, text, lang, filters, keys) on saved_search to vicinia_app;
grant update (name, rhythm, looked_at, alerts_from) on saved_search to vicinia_app;

-- A row only where the search is one's own and the contribution within reach now: a count tells of nothing else.
alter table saved_match enable row level security;
create policy follows on saved_match for select to vicinia_app using (
  exists (select 1 from saved_search s where s.id = saved_search_id) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on saved_match to vicinia_system using (true);
grant select on saved_match to vicinia_app;

-- Of the jobs only.
alter table saved_alert enable row level security;
create policy system on saved_alert to vicinia_system using (true);

-- What somebody looked for goes when they go.
create function app.forget_saved_searches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from saved_search where person_id = new.id;
  delete from saved_alert where person_id = new.id;
  return null;
end $$;
create trigger forget_saved_searches after update of left_at on person for each row
  when (new.left_at is not null) execute function app.forget_saved_searches();
`,
)
