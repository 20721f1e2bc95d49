// How far somebody has dealt with the replies to a contribution: their own note, seen by nobody else.
import { migration } from '#platform/db/migration.ts'

export const reading = migration(
  'discussion/001-reading',
  `
create table discussion_reading (
  person_id int not null references person,
  contribution_id int not null references contribution,
  -- This reply and all before it need nothing more from this person.
  reply_id int not null references reply,
  primary key (person_id, contribution_id)
);
create index discussion_reading_by_contribution on discussion_reading (contribution_id);
alter table discussion_reading enable row level security;
create policy own on discussion_reading to vicinia_app
  using (person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id))
  with check (person_id = (select app.person())
    and exists (select 1 from reply r where r.id = reply_id and r.contribution_id = discussion_reading.contribution_id));
create policy system on discussion_reading to vicinia_system using (true);
grant select, insert, update (reply_id) on discussion_reading to vicinia_app;
`,
)
