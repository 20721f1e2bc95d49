// Consent, field by field: how far a person lets a part of their profile be seen, and since which day. The rows of the profile
// follow it, so that no store, loader or form can show something further than its owner said.
import { migration } from '#platform/db/migration.ts'

/** One's own, to nobody, the network, a forum that one reaches, or one's own administration. */
const ownAndToTheirOwn = `person_id = (select app.person()) and (
  audience_id is null or audience_id = 2 or (audience_id = any ((select app.audiences())::int[]) and exists (
    select 1 from audience a where a.id = audience_id and (a.kind = 'forum' or a.organisation_id = (select app.organisation())))))`

export const consent = migration(
  'people/002-consent',
  `
create table profile_consent (
  person_id int not null references person,
  field text not null check (field in ('function', 'language', 'concept', 'ask-me-about', 'phone', 'email')),
  -- Null: nobody but its owner. Never the public audience.
  audience_id int references audience check (audience_id <> 1),
  -- The day on which it was given as it stands; null: before days were kept.
  since date,
  primary key (person_id, field)
);
create index profile_consent_by_audience on profile_consent (audience_id);
create function app.consent_field(of_entry text) returns text language sql immutable parallel safe as
  $$ select case of_entry when 'function-en' then 'function' else of_entry end $$;
-- Where one part ever stood under two consents, the narrower holds; network is the smallest number, nobody is none.
insert into profile_consent (person_id, field, audience_id)
  select person_id, app.consent_field(field), case when bool_and(audience_id is not null) then max(audience_id) end
  from profile_entry group by 1, 2;

-- The day is the database's: nobody dates a consent back. Where two entries of a city are joined, nobody consents to anything.
create function app.date_consent() returns trigger language plpgsql as $$
begin
  if current_setting('app.joining', true) = 'on' then return new; end if;
  if tg_op = 'INSERT' or new.audience_id is distinct from old.audience_id then
    new.since := (now() at time zone 'utc')::date;
  end if;
  return new;
end $$;
create trigger date_consent before insert or update on profile_consent for each row execute function app.date_consent();

-- An entry is seen as far as its part; the row is held, so that whoever narrows it at the same moment is waited for.
create function app.hold_to_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select c.audience_id into new.audience_id from profile_consent c
    where c.person_id = new.person_id and c.field = app.consent_field(new.field) for share;
  return new;
end $$;
create trigger hold_to_consent before insert or update on profile_entry for each row execute function app.hold_to_consent();

-- What is narrowed is narrowed in every row of it at once, and leaves the search in the same transaction; the listener puts back
-- what is left. The lock is the indexer's.
create function app.follow_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Each of them looks its consent up anew.
  update profile_entry set audience_id = null where person_id = old.person_id and app.consent_field(field) = old.field;
  -- Also where nothing is indexed yet: whoever indexes at this moment has read what held before.
  if old.audience_id = 2 then
    perform pg_advisory_xact_lock(7013843);
    delete from search_document where kind = 'person' and subject = old.person_id;
  end if;
  return null;
end $$;
create trigger follow_consent after update of audience_id on profile_consent for each row
  when (old.audience_id is distinct from new.audience_id) execute function app.follow_consent();
create trigger follow_end_of_consent after delete on profile_consent for each row execute function app.follow_consent();

-- Consent was given to people whom somebody works with: it does not go along to another city, nor stay with a forum that was left.
create function app.end_consents_of(whose int) returns void language sql security definer set search_path = public, pg_temp as $$
  update profile_consent c set audience_id = null from audience a, person p
  where c.person_id = whose and p.id = whose and a.id = c.audience_id
    and ((a.organisation_id is not null and a.organisation_id <> p.organisation_id)
      or (a.forum_id is not null and not (p.role = 'office' and a.forum_id is not distinct from p.forum_id) and not exists (
        select 1 from forum_member m where m.organisation_id = p.organisation_id and m.forum_id = a.forum_id))) $$;
revoke execute on function app.end_consents_of(int) from public;
create function app.end_consents_of_mover() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.joining', true) is distinct from 'on' then perform app.end_consents_of(new.id); end if;
  return null;
end $$;
create trigger end_consents after update of organisation_id, forum_id, role on person for each row
  when ((old.organisation_id, old.forum_id, old.role) is distinct from (new.organisation_id, new.forum_id, new.role))
  execute function app.end_consents_of_mover();
create function app.end_consents_to_forum() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.end_consents_of(p.id) from person p where p.organisation_id = old.organisation_id;
  return null;
end $$;
create trigger end_consents after delete on forum_member for each row execute function app.end_consents_to_forum();

alter table profile_consent enable row level security;
-- Its owner alone knows what they said, and when: others see what follows from it.
create policy own on profile_consent for select to vicinia_app using (person_id = (select app.person()));
create policy give on profile_consent for insert to vicinia_app with check (${ownAndToTheirOwn});
create policy change on profile_consent for update to vicinia_app using (person_id = (select app.person())) with check (${ownAndToTheirOwn});
create policy system on profile_consent to vicinia_system using (true);
grant select, insert (person_id, field, audience_id), update (audience_id) on profile_consent to vicinia_app;

drop policy write on profile_entry;
create policy write on profile_entry for insert to vicinia_app with check (person_id = (select app.person()));
-- How far a row is seen is said by nobody but its consent.
revoke insert on profile_entry from vicinia_app;
grant insert (person_id, field, position, value, lang) on profile_entry to vicinia_app;
-- Whoever has left is asked nothing any more, and shows nothing.
drop policy consented on profile_entry;
create policy consented on profile_entry for select to vicinia_app using (
  person_id = (select app.person())
  or (audience_id = any ((select app.audiences())::int[])
    and exists (select 1 from person p where p.id = person_id and p.left_at is null)));
`,
)
