// Who is away until when, and who stands in.
import { migration } from '#platform/db/migration.ts'

/** One's own, with somebody of one's own administration who still works there. */
const own = `person_id = (select app.person()) and (substitute_id is null or exists (
  select 1 from person p where p.id = substitute_id and p.left_at is null and not p.guest and p.organisation_id = (select app.organisation())))`

export const createAbsences = migration(
  'absences/001-create',
  `
create table absence (
  person_id int primary key references person,
  since date not null,
  -- The last day away.
  until date not null check (until >= since),
  substitute_id int references person check (substitute_id <> person_id)
);
create index absence_by_substitute on absence (substitute_id);
alter table absence enable row level security;
-- While it lasts, whoever may know the person; a day either way, for it is not the same day everywhere. Planned or over: its owner.
create policy current on absence for select to vicinia_app using (
  person_id = (select app.person())
  or (since <= (now() at time zone 'utc')::date + 1 and until >= (now() at time zone 'utc')::date - 1
    and exists (select 1 from person p where p.id = person_id and p.left_at is null)));
create policy own_insert on absence for insert to vicinia_app with check (${own});
create policy own_update on absence for update to vicinia_app using (person_id = (select app.person())) with check (${own});
create policy own_end on absence for delete to vicinia_app using (person_id = (select app.person()));
create policy system on absence to vicinia_system using (true);
grant select, insert, update, delete on absence to vicinia_app;
`,
)
