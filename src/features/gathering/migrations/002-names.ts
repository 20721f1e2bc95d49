// To whom gathered answers were said, and the names that stand with them: neither goes further by itself.
import { migration } from '#platform/db/migration.ts'

export const names = migration(
  'gathering/002-names',
  `
-- What was hidden is gathered by nobody, also not by those who still read it.
drop policy write on gathered_reply;
create policy write on gathered_reply for insert to vicinia_app with check (
  app.may_steer(practice_id) and exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null and r.hidden_at is null));

-- The person's name as it stands in the draft, for as long as it stands there; null: only the city, or nobody, is named.
alter table gathered_reply add column named text;
update gathered_reply g set named = p.name from reply r join person p on p.id = r.author_id join contribution c on c.id = r.contribution_id
  where r.id = g.reply_id and app.kind_of_audience(c.audience_id) not in ('room', 'persons');

-- Security definer: also where the question is out of reach by now, it was asked of somebody. Told to whom the practice reaches.
create or replace function app.said_to(which int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select c.audience_id from gathered_reply g join reply r on r.id = g.reply_id join contribution c on c.id = r.contribution_id
    where g.practice_id = which and app.may_change(which) limit 1 $$;
revoke execute on function app.said_to(int) from public;
grant execute on function app.said_to(int) to vicinia_app;

-- Beyond the network persons are not named (the cities stay): held here, whichever way somebody comes. Once, so that whoever
-- asked a person first may write their name there by hand.
create function app.drop_names() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; held jsonb; written text;
begin
  if not exists (select 1 from contribution c where c.id = new.contribution_id and app.kind_of_audience(c.audience_id) = 'public')
    or not exists (select 1 from gathered_reply where practice_id = new.contribution_id and named is not null) then return new; end if;
  held := to_jsonb(new);
  for one in select distinct named from gathered_reply where practice_id = new.contribution_id and named is not null loop
    -- As gather.ts writes it: signs that Markdown would read are protected.
    written := '**' || regexp_replace(one.named, '([]\\\\\`*_[<>])', '\\\\\\1', 'g') || ', ';
    select jsonb_object_agg(key, case
        when jsonb_typeof(value) = 'string' then to_jsonb(replace(value #>> '{}', written, '**'))
        when key = 'sources' then (select coalesce(jsonb_agg(case when starts_with(source ->> 'title', one.named || ', ')
            then jsonb_set(source, '{title}', to_jsonb(substr(source ->> 'title', length(one.named) + 3))) else source end order by place), '[]')
          from jsonb_array_elements(value) with ordinality as listed (source, place))
        else value end) into held from jsonb_each(held);
  end loop;
  update gathered_reply set named = null where practice_id = new.contribution_id;
  return jsonb_populate_record(new, held);
end $$;
revoke execute on function app.drop_names() from public;
create trigger drop_names before update on practice for each row execute function app.drop_names();
`,
)
