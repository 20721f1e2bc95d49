// Invitations, and leaving: who may bring people in, and who may let them go, decided where nobody can step around it.
import { migration } from '#platform/db/migration.ts'

export const invitations = migration(
  'accounts/002-invitations',
  `
create table invitation (
  id int generated always as identity primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('colleague', 'coordinator', 'office')),
  organisation_id int not null references organisation,
  forum_id int references forum,
  lang text not null,
  -- Null: from the command line.
  invited_by int references person,
  token_hash text unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  mailed_at timestamptz,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_by_organisation on invitation (organisation_id, id);
create index invitation_by_address on invitation (lower(email));

-- Steers who is in the organisation: its coordinator, the office of its forum, the office of the network, the office for itself.
create function app.steers(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (app.role() = 'coordinator' and whose = app.organisation())
    or app.role() = 'office:network'
    or (app.role() = 'office' and (whose = app.organisation() or exists (
      select 1 from person p join forum_member m on m.forum_id = p.forum_id
      where p.id = app.person() and m.organisation_id = whose))), false) $$;
revoke execute on function app.steers(int) from public;
grant execute on function app.steers(int) to vicinia_app;

-- Duties of an office are given by an office to its own people only, and within its own forum.
create function app.may_give_role(given text, whose int, of_forum int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when given <> 'office' then of_forum is null
    else app.role() = 'office:network' or (app.role() = 'office' and whose = app.organisation()
      and of_forum = (select forum_id from person where id = app.person())) end $$;
revoke execute on function app.may_give_role(text, int, int) from public;
grant execute on function app.may_give_role(text, int, int) to vicinia_app;

create function app.address_is_taken(address text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app.role() in ('coordinator', 'office', 'office:network')
    and exists (select 1 from person where lower(email) = lower(address) and left_at is null) $$;
revoke execute on function app.address_is_taken(text) from public;
grant execute on function app.address_is_taken(text) to vicinia_app;

-- Whoever leaves loses every way in at once; what was given to the city stays.
create function app.let_go(whose int, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  update person set left_at = at where id = whose and left_at is null and id <> app.person()
    and (role <> 'office' or app.role() in ('office', 'office:network')) and app.steers(organisation_id) returning id into gone;
  if gone is null then return false; end if;
  delete from session where person_id = gone;
  delete from personal_token where person_id = gone;
  delete from password_sign_in where person_id = gone;
  delete from passkey where person_id = gone;
  delete from challenge where person_id = gone;
  delete from sign_in_link where person_id = gone;
  return true;
end $$;
revoke execute on function app.let_go(int, timestamptz) from public;
grant execute on function app.let_go(int, timestamptz) to vicinia_app;

-- Coordination changes hands; duties of an office are given by invitation only. Nobody changes their own.
create function app.give_duty(whose int, given text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set role = given where id = whose and left_at is null and id <> app.person()
    and role in ('colleague', 'coordinator') and given in ('colleague', 'coordinator') and app.steers(organisation_id);
  return found;
end $$;
revoke execute on function app.give_duty(int, text) from public;
grant execute on function app.give_duty(int, text) to vicinia_app;

alter table invitation enable row level security;
create policy steered on invitation for select to vicinia_app using (app.steers(organisation_id));
create policy invite on invitation for insert to vicinia_app with check (
  invited_by = (select app.person()) and app.steers(organisation_id) and app.may_give_role(role, organisation_id, forum_id));
create policy revoke on invitation for update to vicinia_app using (app.steers(organisation_id)) with check (app.steers(organisation_id));
create policy system on invitation to vicinia_system using (true);
grant select (id, email, name, role, organisation_id, forum_id, lang, invited_by, created_at, expires_at, mailed_at, accepted_at, revoked_at)
  on invitation to vicinia_app;
grant insert (email, name, role, organisation_id, forum_id, lang, invited_by, expires_at) on invitation to vicinia_app;
grant update (revoked_at) on invitation to vicinia_app;
`,
)
