// Where the Chatham House Rule begins to hold in a room, what is in it leaves the index at once, and comes back without a city.
import { migration } from '#platform/db/migration.ts'

export const rule = migration(
  'search/005-rule',
  `
create function app.forget_names_in_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- The lock is the indexer's; see forget_in_search.
  perform pg_advisory_xact_lock(7013843);
  delete from search_document where audience = new.audience_id;
  -- Search makes anew what has moved. Told to no audience: in no history does it stand, and nothing is new by it.
  insert into fact (name, contribution_id, data)
    select 'contribution.moved', id, '{}' from contribution where audience_id = new.audience_id and state = 'published';
  return null;
end $$;
revoke execute on function app.forget_names_in_search() from public;
create trigger forget_names_in_search after update of chatham on room for each row
  when (new.chatham and not old.chatham) execute function app.forget_names_in_search();

-- What was indexed with a city although its room was under the rule.
do $$ declare ruled int[] := array(select audience_id from room where chatham); begin
  delete from search_document where audience = any (ruled) and (organisation_id is not null or country is not null);
  insert into fact (name, contribution_id, data)
    select 'contribution.moved', id, '{}' from contribution where audience_id = any (ruled) and state = 'published';
end $$;
`,
)
