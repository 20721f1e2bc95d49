// What the words of "ask me about" are about, so that they are found in every language and asked for by topic.
import { migration } from '#platform/db/migration.ts'

export const askedAbout = migration(
  'people/003-asked-about',
  `
alter table profile_entry drop constraint profile_entry_field_check, add constraint profile_entry_field_check
  check (field in ('function', 'function-en', 'language', 'concept', 'ask-me-about', 'ask-concept', 'phone', 'email'));
create or replace function app.consent_field(of_entry text) returns text language sql immutable parallel safe as
  $$ select case of_entry when 'function-en' then 'function' when 'ask-concept' then 'ask-me-about' else of_entry end $$;
`,
)
