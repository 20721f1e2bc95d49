// Whose words went into a practice of another city, and had themselves erased: their name goes there too, and the city's stays.
import { migration } from '#platform/db/migration.ts'

export const erasedNames = migration(
  'gathering/003-erased',
  `
-- The names as gather.ts writes them, out of what a practice holds; the cities stay.
create function app.without_names(held jsonb, names text[]) returns jsonb language plpgsql immutable as $$
declare one text; written text;
begin
  foreach one in array names loop
    -- Signs that Markdown would read are protected.
    written := '**' || regexp_replace(one, '([]\\\\\`*_[<>])', '\\\\\\1', 'g') || ', ';
    select jsonb_object_agg(key, case
        when jsonb_typeof(value) = 'string' then to_jsonb(replace(value #>> '{}', written, '**'))
        when key = 'sources' then (select coalesce(jsonb_agg(case when starts_with(source ->> 'title', one || ', ')
            then jsonb_set(source, '{title}', to_jsonb(substr(source ->> 'title', length(one) + 3))) else source end order by place), '[]')
          from jsonb_array_elements(value) with ordinality as listed (source, place))
        else value end) into held from jsonb_each(held);
  end loop;
  return held;
end $$;

create or replace function app.drop_names() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare names text[];
begin
  select array_agg(distinct named) into names from gathered_reply where practice_id = new.contribution_id and named is not null;
  if names is null or not exists (select 1 from contribution c where c.id = new.contribution_id and app.kind_of_audience(c.audience_id) = 'public') then
    return new;
  end if;
  update gathered_reply set named = null where practice_id = new.contribution_id;
  return jsonb_populate_record(new, app.without_names(to_jsonb(new), names));
end $$;

-- In every wording that is kept, also where it was dropped from the page before.
create function app.drop_erased_names() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; pr practice;
begin
  for one in select g.practice_id as id, array_remove(array_agg(distinct g.named), null) || old.name as names
      from gathered_reply g join reply r on r.id = g.reply_id where r.author_id = new.id group by g.practice_id loop
    update practice_revision set content = app.without_names(content, one.names) where contribution_id = one.id;
    update practice_kept_text set typed = app.without_names(typed, one.names) where contribution_id = one.id;
    select * into pr from practice where contribution_id = one.id for update;
    pr := jsonb_populate_record(pr, app.without_names(to_jsonb(pr), one.names));
    update practice set problem = pr.problem, analysis = pr.analysis, response = pr.response, partners = pr.partners, results = pr.results,
      evaluation = pr.evaluation, lessons = pr.lessons, transfer = pr.transfer, sources = pr.sources where contribution_id = one.id;
    -- Search makes anew what it keeps of it. Told to no audience: in no history does it stand, and nothing is new by it.
    insert into fact (name, contribution_id, data) select 'contribution.moved', id, '{}' from contribution where id = one.id and state = 'published';
  end loop;
  update gathered_reply g set named = null from reply r where r.id = g.reply_id and r.author_id = new.id;
  return null;
end $$;
revoke execute on function app.drop_erased_names() from public;
create trigger drop_erased_names after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function app.drop_erased_names();
`,
)
