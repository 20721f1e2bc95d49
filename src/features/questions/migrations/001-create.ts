// Questions: what makes a contribution a question; who may see it is decided on the trunk.
import { migration } from '#platform/db/migration.ts'

export const createQuestions = migration(
  'questions/001-create',
  `
create table question (
  contribution_id int primary key references contribution,
  text text not null,
  -- Null: open.
  answered_at timestamptz,
  -- The reply that helped; none where it was answered elsewhere.
  reply_id int references reply
);
create index question_by_reply on question (reply_id);
alter table question enable row level security;
create policy follows on question for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on question for insert to vicinia_app with check (app.may_steer(contribution_id) and reply_id is null);
-- A reply of its own thread that stands, and no other: else a number would tell of things out of reach.
create policy change on question for update to vicinia_app using (app.may_steer(contribution_id)) with check (
  app.may_steer(contribution_id) and (reply_id is null
    or exists (select 1 from reply r where r.id = reply_id and r.contribution_id = question.contribution_id)));
create policy system on question to vicinia_system using (true);
grant select, insert on question to vicinia_app;
grant update (text, answered_at, reply_id) on question to vicinia_app;
`,
)
