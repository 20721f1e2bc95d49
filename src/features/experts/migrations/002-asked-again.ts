// What somebody agreed to is what was shown to them: what is written anew waits for their word. Who said no is left in peace for a
// time. Whoever leaves, by whatever way, leaves the institution in the search. And who moved to another city vouches no more.
import { migration } from '#platform/db/migration.ts'

export const askedAgain = migration(
  'experts/002-asked-again',
  `
alter table expert add revision int not null default 1;
-- Had agreed, and is asked about what has changed since.
alter table expert_person add asked_again boolean not null default false;
grant update (institution, country, link, about, lang, concepts, languages, revision) on expert to vicinia_app;
drop policy taken_out on expert;
create function app.keeps_expert(by_person int, of_organisation int) returns boolean language sql stable as $$
  select of_organisation = app.organisation() and (by_person = app.person() or app.role() in ('coordinator', 'office', 'office:network')) $$;
create policy taken_out on expert for delete to vicinia_app using (
  app.keeps_expert(entered_by, organisation_id) or (select app.role()) = 'office:network');
create policy changed on expert for update to vicinia_app using (
  app.keeps_expert(entered_by, organisation_id) and 2 = any ((select app.audiences())::int[]))
  with check (app.keeps_expert(entered_by, organisation_id));
alter policy consented on expert_person using (exists (select 1 from expert e where e.id = expert_id and (consented_on is not null
  or (e.entered_by = (select app.person()) and e.organisation_id = (select app.organisation())))));

-- Who agreed is asked anew, and named by nobody until they answer. The lock is the indexer's.
create function app.ask_expert_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update expert_person set consented_on = null, asked_at = now(), mailed_at = null, asked_again = true
    where expert_id = new.id and consented_on is not null;
  if found then
    perform pg_advisory_xact_lock(7013843);
    delete from search_document where kind = 'expert' and subject = new.id;
  end if;
  return null;
end $$;
create trigger ask_again after update on expert for each row
  when ((old.institution, old.country, old.link, old.about, old.lang, old.concepts, old.languages)
    is distinct from (new.institution, new.country, new.link, new.about, new.lang, new.concepts, new.languages))
  execute function app.ask_expert_again();

-- By an erasure, too: the institution comes back into the search without the person.
create function app.tell_forgotten_expert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from expert where id = old.expert_id) then
    insert into fact (name, data) values ('expert.erased', jsonb_build_object('expert', old.expert_id));
  end if;
  return null;
end $$;
create trigger tell_forgotten after delete on expert_person for each row when (old.consented_on is not null)
  execute function app.tell_forgotten_expert();

-- Who said no or took it back: a keyed digest, from which nobody reads an address, and the day.
create table expert_refusal (
  digest text primary key,
  refused_at timestamptz not null default now()
);
alter table expert_refusal enable row level security;
create policy system on expert_refusal to vicinia_system using (true);
`,
)
