// Contacts by function: read inside their organisation and by the offices that steer it, and by nobody else.
import { migration } from '#platform/db/migration.ts'

export const createContacts = migration(
  'contacts/001-create',
  `
create table contact (
  id int generated always as identity primary key,
  organisation_id int not null references organisation,
  function text not null check (function in ('elected', 'coordination', 'deputy', 'invoices', 'press', 'data-protection', 'other')),
  name text not null check (length(name) between 1 and 120),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  begins_on date not null,
  -- The last day; null while it lasts.
  ends_on date,
  recorded_by int references person,
  recorded_at timestamptz not null default now(),
  check (ends_on is null or ends_on >= begins_on)
);
create index contact_by_organisation on contact (organisation_id);

alter table contact enable row level security;
create policy reached on contact for select to vicinia_app using (
  organisation_id = (select app.organisation()) or app.steers(organisation_id));
create policy write on contact for insert to vicinia_app with check (
  app.steers(organisation_id) and recorded_by = (select app.person()) and ends_on is null);
create policy finish on contact for update to vicinia_app using (app.steers(organisation_id) and ends_on is null) with check (app.steers(organisation_id));
create policy system on contact to vicinia_system using (true);
grant select on contact to vicinia_app;
grant insert (organisation_id, function, name, email, phone, begins_on, recorded_by) on contact to vicinia_app;
grant update (ends_on) on contact to vicinia_app;
`,
)
