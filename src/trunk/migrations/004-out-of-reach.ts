// What somebody decides about or writes although its audience does not reach them: an author who left the room or whose city
// left the forum, a co-author. They narrow it, withdraw it, and know how far it may go on; they widen it to nobody out of their reach.
import { migration } from '#platform/db/migration.ts'

export const outOfReach = migration(
  'trunk/004-out-of-reach',
  `
create or replace function app.may_steer(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c where c.id = which and c.organisation_id = (select app.organisation())
    and (c.author_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons')))) $$;

drop policy change on contribution;
create policy change on contribution for update to vicinia_app using (
  (organisation_id = (select app.organisation())
    and (author_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(true))::int[]))
) with check (
  (organisation_id = (select app.organisation())
    and (author_id = (select app.person()) or exists (select 1 from audience a where a.id = audience_id)))
  or id = any ((select app.co_authored(true))::int[])
);

create or replace function app.keep_steering() returns trigger language plpgsql as $$
begin
  if app.person() is null then return new; end if;
  if new.audience_id is distinct from old.audience_id and not exists (select 1 from audience where id = new.audience_id) then
    raise exception 'nobody gives a contribution to an audience out of their reach' using errcode = '42501';
  end if;
  if not app.may_steer(old.id)
    and (new.audience_id, new.state, new.published_at, new.withdrawn_at)
      is distinct from (old.audience_id, old.state, old.published_at, old.withdrawn_at) then
    raise exception 'co-authors change what a contribution says, not who sees it' using errcode = '42501';
  end if;
  return new;
end $$;

-- The label of what somebody reads, also where its audience is no row for them: the kind, and nothing of who is in it.
create function app.kind_of_audience(which int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select kind from audience where id = which $$;
revoke execute on function app.kind_of_audience(int) from public;
grant execute on function app.kind_of_audience(int) to vicinia_app, vicinia_system;
`,
)
