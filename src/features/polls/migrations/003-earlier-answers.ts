// Where two entries of a city turn out to be one and both have answered, the answer given last counts; the other one is kept for the
// city as an earlier one, with its files. And a poll is asked in a room that stays open until it is.
import { migration } from '#platform/db/migration.ts'

export const earlierAnswers = migration(
  'polls/003-earlier-answers',
  `
alter table poll_answer add superseded_by int references poll_answer;
alter table poll_answer drop constraint poll_answer_contribution_id_organisation_id_key;
create unique index poll_answer_once on poll_answer (contribution_id, organisation_id) where superseded_by is null;
create index poll_answer_superseded on poll_answer (superseded_by);
grant select (superseded_by) on poll_answer to vicinia_app;
-- Read by the city alone, and changed by nobody.
create policy earlier_inside on poll_answer as restrictive for select to vicinia_app using (
  superseded_by is null or organisation_id = (select app.organisation()));
create policy earlier_stays on poll_answer as restrictive for update to vicinia_app using (superseded_by is null) with check (superseded_by is null);

create or replace function app.answers_to_poll(which int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::int from poll_answer a where a.contribution_id = c.id and a.superseded_by is null) from contribution c
  where c.id = which and c.kind = 'poll' and c.audience_id = any (app.audiences())
    and ((c.state = 'published' and c.hidden_at is null) or app.may_steer(c.id)) $$;
create or replace function app.may_change_answer(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from poll_answer a where a.id = which and a.organisation_id = app.organisation() and a.superseded_by is null
    and (a.given_by = app.person() or app.role() = 'coordinator') and app.may_answer_poll(a.contribution_id)) $$;

-- Until the commit a room within reach is not archived: what the form was told of it holds.
create function app.hold_circle(which int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin perform 1 from room where audience_id = which and which = any (app.audiences()) for share; end $$;
revoke execute on function app.hold_circle(int) from public;
grant execute on function app.hold_circle(int) to vicinia_app;
`,
)
