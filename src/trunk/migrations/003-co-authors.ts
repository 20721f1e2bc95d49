// Co-authors: persons of other organisations who write a contribution together with its author.
import { migration } from '#platform/db/migration.ts'

export const coAuthors = migration(
  'trunk/003-co-authors',
  `
create table co_author (
  contribution_id int not null references contribution,
  person_id int not null references person,
  -- The organisation they were named in: whoever leaves it is no co-author any more, while the organisation stays named.
  organisation_id int not null references organisation,
  named_by int not null references person,
  named_at timestamptz not null default now(),
  -- Null: asked, and has not said yes yet; reads along, but changes nothing and is shown to nobody else.
  joined_at timestamptz,
  primary key (contribution_id, person_id)
);
create index co_author_by_person on co_author (person_id);

-- What this person was named for. Security definer: the policy of contribution asks it, and the policy of co_author asks contribution.
create function app.co_authored(only_joined boolean) returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(contribution_id) from co_author
  where person_id = app.person() and organisation_id = app.organisation() and (joined_at is not null or not only_joined) $$;
revoke execute on function app.co_authored(boolean) from public;
grant execute on function app.co_authored(boolean) to vicinia_app, vicinia_system;

-- To decide about it (audience, publishing, withdrawing, co-authors): its author while in that organisation, and the coordinator.
create function app.may_steer(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c join audience a on a.id = c.audience_id where c.id = which and c.organisation_id = (select app.organisation())
    and (c.author_id = (select app.person()) or ((select app.role()) = 'coordinator' and a.kind <> 'persons'))) $$;
-- To change what it says: they, and co-authors who joined.
create or replace function app.may_change(which int) returns boolean language sql stable as $$
  select app.may_steer(which) or (which = any ((select app.co_authored(true))::int[])
    and exists (select 1 from contribution c where c.id = which and c.state <> 'withdrawn')) $$;

drop policy reached on contribution;
create policy reached on contribution for select to vicinia_app using (
  (state = 'published' and audience_id = any ((select app.audiences())::int[]))
  or (author_id = (select app.person()) and organisation_id = (select app.organisation()))
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation())
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(false))::int[]))
);
drop policy change on contribution;
create policy change on contribution for update to vicinia_app using (
  (organisation_id = (select app.organisation())
    and (author_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(true))::int[]))
) with check (
  (organisation_id = (select app.organisation()) and exists (select 1 from audience a where a.id = audience_id))
  or id = any ((select app.co_authored(true))::int[])
);

-- Policies cannot compare old with new: that co-authors change the words only is held here.
create function app.keep_steering() returns trigger language plpgsql as $$
begin
  if app.person() is not null and not app.may_steer(old.id)
    and (new.audience_id, new.state, new.published_at, new.withdrawn_at)
      is distinct from (old.audience_id, old.state, old.published_at, old.withdrawn_at) then
    raise exception 'co-authors change what a contribution says, not who sees it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_steering before update on contribution for each row execute function app.keep_steering();

alter table co_author enable row level security;
create policy follows on co_author for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = contribution_id)
  and (joined_at is not null or person_id = (select app.person()) or app.may_steer(contribution_id)));
create policy name on co_author for insert to vicinia_app with check (
  app.may_steer(contribution_id) and named_by = (select app.person()) and joined_at is null
  and exists (select 1 from contribution c where c.id = contribution_id and c.state <> 'withdrawn' and c.author_id <> person_id)
  and exists (select 1 from person p where p.id = person_id and p.organisation_id = co_author.organisation_id and p.left_at is null));
create policy join_in on co_author for update to vicinia_app
  using (person_id = (select app.person()) and organisation_id = (select app.organisation()) and exists (select 1 from contribution c where c.id = contribution_id))
  with check (person_id = (select app.person()) and organisation_id = (select app.organisation()));
create policy leave on co_author for delete to vicinia_app using (
  person_id = (select app.person()) or app.may_steer(contribution_id));
create policy system on co_author to vicinia_system using (true);
grant select, delete on co_author to vicinia_app;
grant insert (contribution_id, person_id, organisation_id, named_by) on co_author to vicinia_app;
grant update (joined_at) on co_author to vicinia_app;

-- A co-author is perhaps not in the audience of what they write; what happened is told to that audience all the same.
drop policy write on fact;
create policy write on fact for insert to vicinia_app with check (
  actor_id is not distinct from (select app.person()) and organisation_id is not distinct from (select app.organisation())
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id))
  and (audience_id is null or exists (select 1 from audience a where a.id = audience_id)
    or exists (select 1 from contribution c where c.id = contribution_id and c.audience_id = fact.audience_id)));
`,
)
