// Who gave an answer is told inside the city only, and asked for one answer at a time; for what somebody takes along of their own.
import { migration } from '#platform/db/migration.ts'

export const ownAnswers = migration(
  'polls/003-own-answers',
  `
create function app.own_answers() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from poll_answer where app.person() in (given_by, changed_by) $$;
create function app.own_answer_files() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from poll_file where uploaded_by = app.person() $$;
revoke execute on function app.own_answers(), app.own_answer_files() from public;
grant execute on function app.own_answers(), app.own_answer_files() to vicinia_app;
`,
)
