// Who is a member already: also one whose membership rests, which is nobody's business.
import { migration } from '#platform/db/migration.ts'

export const knownMembers = migration(
  'accession/002-members',
  `
-- As the register shows it: belongs to the network today, suspended or not.
create function app.is_member(whose int) returns boolean language sql stable as $$
  select exists (select 1 from organisation o where o.id = whose and o.active)
    or exists (select 1 from membership m where m.organisation_id = whose and m.forum_id is null
      and m.begins_on <= app.today() and (m.ends_on is null or m.ends_on >= app.today())) $$;

-- As before, but for whom it takes as a member.
create or replace function app.take_enquiry(of_organisation int, of_kind text, of_name text, of_country text, inhabitants int, of_year int, of_source text,
  contact text, address text, in_lang text, on_day date, message text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare taken int; known organisation;
begin
  if of_organisation is not null then
    select * into known from organisation where id = of_organisation and kind in ('municipality', 'association', 'region') and not app.is_member(id);
    if known.id is null then return null; end if;
  end if;
  -- What the register knows decides which office is responsible, not what was typed beside it.
  insert into accession (organisation_id, forum_id, kind, name, country, population, population_year, population_source, contact_name, contact_email, lang)
    values (known.id, (select id from forum where country = coalesce(known.country, of_country) and membership_rule = 'automatic-from-forum' order by id limit 1),
      coalesce(known.kind, of_kind), of_name, coalesce(known.country, of_country), inhabitants, of_year, of_source, contact, address, in_lang)
    returning id into taken;
  insert into accession_step (accession_id, kind, day, side, note) values (taken, 'enquiry', on_day, 'city', message);
  return taken;
end $$;
`,
)
