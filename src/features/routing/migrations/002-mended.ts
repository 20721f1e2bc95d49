// Naming, mended: whom one names tells neither whose membership rests nor who was asked before; only open questions are handed on.
import { migration } from '#platform/db/migration.ts'

export const routingMended = migration(
  'routing/002-mended',
  `
-- How many were asked and from which countries: for whoever steers the question. The office that answers for it knows how many
-- the ranking asked: its own naming changes no number, else it would tell who was asked already.
create or replace function app.asked_about(which int) returns table (persons int, declined int, countries text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare steers boolean; answers boolean;
begin
  select which = any (app.veiled()) or (c.organisation_id = app.organisation() and (c.steward_id = app.person()
      or (app.role() = 'coordinator' and a.kind <> 'persons' and c.audience_id = any (app.audiences())))) into steers
    from contribution c join audience a on a.id = c.audience_id where c.id = which;
  answers := app.answers_for(which);
  if not coalesce(steers or answers, false) then return; end if;
  return query select count(*)::int, count(p.declined_at)::int,
      case when steers then coalesce(array_agg(distinct o.country::text order by o.country::text), '{}') else '{}'::text[] end
    from asked_person p join organisation o on o.id = p.organisation_id
    where p.contribution_id = which and (coalesce(steers, false) or p.named_by is null);
end $$;

-- Somebody who was asked, or the office, names who knows better. Says only what the namer may know: whether that person reads
-- along as far as the register shows. Whether they really do, were asked before or ask themselves is seen in silence.
create or replace function app.name_colleague(which int, whom int, at timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare thing contribution;
begin
  select c.* into thing from contribution c join question q on q.contribution_id = c.id
    where c.id = which and c.state = 'published' and not app.is_archived(c.audience_id);
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
