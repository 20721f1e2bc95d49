// What functions with their owner's rights tell of a poll that is hidden, or out of reach: nothing.
import { migration } from '#platform/db/migration.ts'

export const pollsPastPolicies = migration(
  'polls/004-past-policies',
  `
create or replace function app.hands_of_answer(which int) returns table (given_by int, changed_by int)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.given_by, a.changed_by from poll_answer a join contribution c on c.id = a.contribution_id
  where a.id = which and a.organisation_id = app.organisation() and c.state = 'published' and c.audience_id = any (app.audiences())
    and app.may_see(c.id) $$;
-- Which polls a city answered in a room is told to those of it who are in that room.
create or replace function app.polls_answered() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(contribution_id) from poll_answer where organisation_id = app.organisation() and app.may_see(contribution_id) $$;
`,
)
