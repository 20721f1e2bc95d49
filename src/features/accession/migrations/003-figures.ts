// The figure that an enquirer named, at its day: the last of its year, and never one that is still to come.
import { migration } from '#platform/db/migration.ts'

export const figuresOfToday = migration(
  'accession/003-figures',
  `
-- As before, but for the day of the figure: who enquires in May with a figure of the same year knows nothing of December.
create or replace function app.admit_accession(which int, wished_slug text, wished_name text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare file accession; admitted int; number int := 1;
begin
  select * into file from accession where id = which for update;
  if file.id is null or not app.is_office_of(file.forum_id) or file.admitted_at is not null
    or exists (select 1 from accession_step where accession_id = which and kind in ('refusal', 'withdrawal')) then return null; end if;
  admitted := file.organisation_id;
  while admitted is null loop
    insert into organisation (slug, name, kind, country)
      values (wished_slug || case when number = 1 then '' else '-' || number end, wished_name, file.kind, file.country)
      on conflict (slug) do nothing returning id into admitted;
    number := number + 1;
  end loop;
  insert into member (organisation_id, local_name, population, population_year, population_source, languages, state)
    values (admitted, wished_name, file.population, file.population_year, file.population_source, array[file.lang], 'none')
    on conflict (organisation_id) do nothing;
  insert into population_figure (organisation_id, as_of, population, source, recorded_by)
    values (admitted, least(make_date(file.population_year, 12, 31), (file.created_at at time zone 'Europe/Brussels')::date),
      file.population, file.population_source, app.person());
  update accession set organisation_id = admitted, admitted_at = now() where id = which;
  return admitted;
end $$;
`,
)
