// What membership brought a city: read inside it and by the offices that steer it, and by nobody else. Each change is a row of
// its own, so that nobody has to trust that a sum always stood as it stands.
import { migration } from '#platform/db/migration.ts'

export const createGains = migration(
  'gains/001-create',
  `
create table gain (
  id int generated always as identity primary key,
  -- The id of its first version.
  entry_id int not null references gain,
  version int not null check (version between 1 and 10000),
  organisation_id int not null references organisation,
  kind text not null check (kind in ('event', 'funding', 'position', 'partner')),
  on_day date not null check (on_day between '1950-01-01' and '2200-01-01'),
  title text not null check (length(title) between 1 and 200),
  note text not null check (length(note) <= 1000),
  lang text not null check (lang ~ '^[a-z]{2}$'),
  link text not null check (length(link) <= 500 and (link = '' or link like 'https://%')),
  role text check (role in ('attended', 'hosted')),
  place text not null check (length(place) <= 120),
  people int check (people between 1 and 1000000),
  programme text not null check (length(programme) <= 200),
  -- Euro cents.
  cents bigint check (cents between 1 and 100000000000),
  own_cents bigint check (own_cents between 0 and 100000000000),
  first_year smallint check (first_year between 1950 and 2200),
  last_year smallint check (last_year between first_year and 2200),
  addressee text not null check (length(addressee) <= 200),
  decided_by text check (decided_by in ('council', 'mayor')),
  partner_id int references organisation,
  document_name text,
  document_type text,
  document_size int check (document_size > 0),
  document_stored_as text,
  -- Made up for the demonstration; no person can say so or take it back.
  illustrative boolean not null default false,
  removed boolean not null default false,
  recorded_by int references person,
  recorded_at timestamptz not null default now(),
  unique (entry_id, version),
  check (link <> '' or document_stored_as is not null or illustrative or removed),
  check (num_nulls(document_name, document_type, document_size, document_stored_as) in (0, 4)),
  check (case kind
    when 'event' then role is not null and place <> '' and people is not null
    when 'funding' then programme <> '' and cents is not null and first_year is not null
    when 'position' then addressee <> '' and decided_by is not null
    else note <> '' end),
  check (kind = 'event' or (role is null and place = '' and people is null)),
  check (kind = 'funding' or (programme = '' and num_nonnulls(cents, own_cents, first_year, last_year) = 0)),
  check (kind = 'position' or (addressee = '' and decided_by is null)),
  check (kind = 'partner' or partner_id is null)
);
create index gain_by_organisation on gain (organisation_id, entry_id, version);

-- The first version founds the entry; a later one follows the last, stays with the same city and is of the same kind.
create function app.place_gain() returns trigger language plpgsql as $$
declare last record;
begin
  if new.version = 1 then
    new.entry_id := new.id;
    return new;
  end if;
  select g.* into last from gain g where g.entry_id = new.entry_id order by g.version desc limit 1;
  if last.id is null or last.removed or last.organisation_id <> new.organisation_id or last.kind <> new.kind
    or last.version + 1 < new.version then
    raise exception 'no entry that this could follow' using errcode = '42501';
  end if;
  new.illustrative := last.illustrative;
  return new;
end $$;
create trigger place_gain before insert on gain for each row execute function app.place_gain();

alter table gain enable row level security;
create policy reached on gain for select to vicinia_app using (
  organisation_id = (select app.organisation()) or app.steers(organisation_id));
create policy write on gain for insert to vicinia_app with check (
  app.steers(organisation_id) and recorded_by = (select app.person()));
create policy system on gain to vicinia_system using (true);
grant select on gain to vicinia_app;
grant insert (entry_id, version, organisation_id, kind, on_day, title, note, lang, link, role, place, people, programme, cents,
  own_cents, first_year, last_year, addressee, decided_by, partner_id, document_name, document_type, document_size,
  document_stored_as, removed, recorded_by) on gain to vicinia_app;
`,
)
