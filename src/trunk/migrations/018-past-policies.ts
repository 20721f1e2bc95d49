// What functions with their owner's rights may tell: what the policies on contributions let through, and nothing more. They run past
// the policies, so what is hidden, a room that somebody is not in, and what an archive closes must be said to them once more.
import { migration } from '#platform/db/migration.ts'

export const pastPolicies = migration(
  'trunk/018-past-policies',
  `
-- Steered only by whom it reaches, also where a function with its owner's rights asks: it finds audiences, and what was hidden,
-- that whoever acts would not.
create or replace function app.may_steer(which int) returns boolean language sql stable as $$
  select which = any ((select app.veiled())::int[])
    or exists (select 1 from contribution c where c.id = which and c.organisation_id = (select app.organisation())
    and (not app.is_of_rooms(c.kind) or c.audience_id = any ((select app.audiences())::int[]))
    and (c.steward_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and (c.hidden_at is null or c.author_id = (select app.person()) or app.cares(c.id, null))
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons'
        and (a.id = any ((select app.audiences())::int[]) or a.created_by = (select app.person())))))) $$;
create or replace function app.may_change(which int) returns boolean language sql stable as $$
  select app.may_steer(which) or (which = any ((select app.co_authored(true))::int[])
    and exists (select 1 from contribution c where c.id = which and c.state <> 'withdrawn'
      and (c.hidden_at is null or c.author_id = (select app.person()) or app.cares(c.id, null))
      and (not app.is_of_rooms(c.kind) or c.audience_id = any ((select app.audiences())::int[])))) $$;

-- What the three policies on contributions let through, word for word in one place: a test compares the two for everybody. Asked
-- by functions alone, so that no request learns by a number that there is something.
create function app.may_see(which int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from contribution c where c.id = which
    and ((c.state = 'published' and c.audience_id = any (app.audiences())) or app.may_steer(c.id)
      or (c.state <> 'withdrawn' and c.id = any (app.co_authored(false))))
    and (c.hidden_at is null or app.person() in (c.author_id, c.steward_id) or c.id = any (app.veiled()) or app.cares(c.id, null))
    and (not app.is_of_rooms(c.kind) or c.audience_id = any (app.audiences()))) $$;
revoke execute on function app.may_see(int) from public;

-- Out of reach they look after what is hidden, as long as it is: shown again, or taken to be kept, it is nobody's to read but of
-- those whom it reaches.
create or replace function app.cares(of_contribution int, of_reply int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select app.person() in (select app.carers_of(t.audience_id, t.author_id))
      and (t.audience_id = any (app.audiences())
        or exists (select 1 from hiding h where h.contribution_id = of_contribution and h.reply_id is not distinct from of_reply
          and h.ended_at is null))
    from app.thing(of_contribution, of_reply) t), false) $$;
-- Whoever looks again reads it until that is decided.
drop policy concerned on hiding;
create policy concerned on hiding for select to vicinia_app using (
  app.wrote_hidden(id) or app.cares(contribution_id, reply_id)
  or (appealed_at is not null and judged_at is null and ended_at is null and app.judges(id)));
-- Jobs ask may_steer now and then; of nobody it says no.
grant execute on function app.cares(int, int) to vicinia_system;

-- Whether word of it may go to that person at all; asked by jobs, in the moment of sending. A feature whose kind is said to somebody
-- says here when it is not. Dear, so that it is asked of those alone whom the rest of a query leaves.
create function app.may_hear(which int, whom int) returns boolean language sql stable cost 10000 as $$
  select exists (select 1 from person p where p.id = whom and p.left_at is null) $$;
revoke execute on function app.may_hear(int, int) from public;
grant execute on function app.may_hear(int, int) to vicinia_system;

-- What was hidden keeps its reason for good, and the copy of its words for as long as somebody may have to look at it again.
create or replace function app.keep_hiding() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.contribution_id, new.reply_id, new.reason, new.words, new.hidden_by, new.at)
      is distinct from (old.contribution_id, old.reply_id, old.reason, old.words, old.hidden_by, old.at)
    or ((new.title, new.text) is distinct from (old.title, old.text)
      and not (new.title = '' and new.text = '' and current_user = 'vicinia_system'))
    or (old.appealed_at is not null and (new.appeal, new.appealed_at) is distinct from (old.appeal, old.appealed_at))
    or (old.judged_at is not null and (new.judged_by, new.judged_at, new.answer) is distinct from (old.judged_by, old.judged_at, old.answer))
    or (old.judged_by is null and new.judged_by = new.hidden_by)
    or (old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by)) then
    raise exception 'what was hidden, and why, stays written down' using errcode = '23514';
  end if;
  return new;
end $$;
`,
)
