// What ranking and counts know of a document lies in the postings as numbers; its text in the row of the document goes.
import { migration } from '#platform/db/migration.ts'

export const numbers = migration(
  'search/006-numbers',
  `
alter table search_document drop column brief;

-- Kinds as numbers, below 64. Names of kinds are no secret: they stand in addresses.
create table search_kind (
  code smallint primary key check (code between 1 and 63),
  kind text not null unique
);
alter table search_kind enable row level security;
create policy everybody on search_kind for select to vicinia_app using (true);
create policy system on search_kind to vicinia_system using (true);
grant select on search_kind to vicinia_app;
`,
)
