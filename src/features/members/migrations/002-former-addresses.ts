// Addresses of the register that were: whoever kept one is led on.
import { migration } from '#platform/db/migration.ts'

export const formerAddresses = migration(
  'members/002-former-addresses',
  `
create table former_address (
  slug text primary key,
  organisation_id int not null references organisation,
  at timestamptz not null default now()
);
create index former_address_of on former_address (organisation_id);
alter table former_address enable row level security;
create policy everybody on former_address for select to vicinia_app using (true);
create policy system on former_address to vicinia_system using (true);
grant select on former_address to vicinia_app;
`,
)
