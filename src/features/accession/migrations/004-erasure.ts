// A step stays as it was recorded; of somebody who is erased it lets go of the name and the address, and of nothing else.
import { migration } from '#platform/db/migration.ts'

export const erasure = migration(
  'accession/004-erasure',
  `
create or replace function app.refuse_accession_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'accession_step' and current_setting('app.erasing', true) = 'on'
    and to_jsonb(new) = to_jsonb(old) || '{"person_name": "", "person_email": ""}' then return new; end if;
  raise exception 'what was recorded in a file of accession stays; record it anew' using errcode = '23001';
end $$;
`,
)
