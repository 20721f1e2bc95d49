// Who was asked, and naming somebody, past the policies: of what is hidden nobody learns a number, and nobody is named for it.
import { migration } from '#platform/db/migration.ts'

export const routingPastPolicies = migration(
  'routing/003-past-policies',
  `
create or replace function app.asked_about(which int) returns table (persons int, declined int, countries text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare steers boolean := app.may_steer(which); answers boolean := app.answers_for(which);
begin
  if not (steers or answers) then return; end if;
  return query select count(*)::int, count(p.declined_at)::int,
      case when steers then coalesce(array_agg(distinct o.country::text order by o.country::text), '{}') else '{}'::text[] end
    from asked_person p join organisation o on o.id = p.organisation_id
    where p.contribution_id = which and (steers or p.named_by is null);
end $$;

create or replace function app.name_colleague(which int, whom int, at timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare thing contribution;
begin
  select c.* into thing from contribution c join question q on q.contribution_id = c.id
    where c.id = which and c.state = 'published' and c.hidden_at is null and not app.is_archived(c.audience_id);
  if thing.id is null or not (app.answers_for(which) or (thing.audience_id = any (app.audiences()) and exists (
      select 1 from asked_person p where p.contribution_id = which and p.person_id = app.person() and p.organisation_id = app.organisation()))) then
    return 'nothing';
  end if;
  -- As whoever carries the question on: of two namings at once the second counts the first.
  perform pg_advisory_xact_lock(7013862, which);
  if exists (select 1 from question q where q.contribution_id = which and q.answered_at is not null) then return 'answered'; end if;
  if whom = app.person() or not app.seems_reached(thing.audience_id, whom) then return 'out-of-reach'; end if;
  -- Every naming counts, and not only those that asked somebody anew.
  if 5 <= (select count(distinct f.data ->> 'person') from fact f where f.contribution_id = which and f.name = 'question.handed'
      and f.actor_id = app.person() and f.data ->> 'person' <> whom::text) then
    return 'enough';
  end if;
  insert into asked_person (contribution_id, person_id, organisation_id, named_by, asked_at)
    select which, p.id, p.organisation_id, app.person(), at from person p
    where p.id = whom and p.id is distinct from thing.steward_id
      and not exists (select 1 from veil v where v.contribution_id = which and v.person_id = p.id)
    on conflict do nothing;
  return 'named';
end $$;
`,
)
