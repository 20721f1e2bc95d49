// The register: what is known of a municipality or region beyond being an organisation. Everybody may read it.
import { migration } from '#platform/db/migration.ts'

export const createMembers = migration(
  'members/001-create',
  `
create table member (
  organisation_id int primary key references organisation,
  local_name text not null,
  population int check (population > 0),
  population_year smallint,
  population_source text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  languages text[] not null default '{}',
  -- Address of the public page that says it belongs to the network.
  register_source text,
  website text,
  member_since date,
  -- 'demonstration': belongs to the invented network only, because an invented person works there; no page says so.
  state text not null check (state in ('none', 'member', 'demonstration', 'suspended', 'left'))
);
alter table member enable row level security;
create policy everybody on member for select to vicinia_app using (true);
create policy system on member to vicinia_system using (true);
grant select on member to vicinia_app;
`,
)
