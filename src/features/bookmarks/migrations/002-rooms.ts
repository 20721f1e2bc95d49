// A room with which a folder is shared is not empty: it is archived, and not deleted.
import { migration } from '#platform/db/migration.ts'

export const roomsWithFolders = migration(
  'bookmarks/002-rooms',
  `
create function app.keep_shared_folders() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever shares a folder with the room holds its audience until they are done, as whoever deletes it does.
  if exists (select 1 from bookmark_folder where audience_id = new.audience_id) then return null; end if;
  return new;
end $$;
revoke execute on function app.keep_shared_folders() from public;
create trigger keep_shared_folders before update of deleted_at on room for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function app.keep_shared_folders();
`,
)
