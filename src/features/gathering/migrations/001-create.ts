// Which replies went into which practice, so that whoever wrote them hears of it when it is published.
import { migration } from '#platform/db/migration.ts'

export const createGathering = migration(
  'gathering/001-create',
  `
create table gathered_reply (
  practice_id int not null references contribution,
  reply_id int not null references reply,
  primary key (practice_id, reply_id)
);
create index gathered_reply_by_reply on gathered_reply (reply_id);
alter table gathered_reply enable row level security;
create policy follows on gathered_reply for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = practice_id) and exists (select 1 from reply r where r.id = reply_id));
create policy write on gathered_reply for insert to vicinia_app with check (
  app.may_steer(practice_id) and exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null));
create policy system on gathered_reply to vicinia_system using (true);
grant select, insert on gathered_reply to vicinia_app;
`,
)
