// The secret address of somebody's calendar: one a person, kept as a digest only.
import { migration } from '#platform/db/migration.ts'

export const createCalendars = migration(
  'calendars/001-create',
  `
create table calendar_address (
  person_id int primary key references person,
  token_hash text not null unique,
  created_at timestamptz not null,
  -- When a program asked last; written every few minutes.
  used_at timestamptz
);
alter table calendar_address enable row level security;
create policy own on calendar_address to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on calendar_address to vicinia_system using (true);
grant select (person_id, created_at, used_at), insert (person_id, token_hash, created_at), delete on calendar_address to vicinia_app;

-- Who leaves takes no address along, also none that would open again if they came back.
create function app.end_calendar() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from calendar_address where person_id = new.id;
  return null;
end $$;
revoke execute on function app.end_calendar() from public;
create trigger end_calendar after update of left_at on person for each row
  when (new.left_at is not null) execute function app.end_calendar();

-- Whether the network lets what TLP:AMBER things say leave the house: the places and words of dates, titles in notices on devices.
-- The feature in which the office decides it answers here; until then the answer is no.
create function app.amber_goes_out() returns boolean language sql stable as $$ select false $$;
`,
)
