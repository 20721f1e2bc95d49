// Whom an office may still send invoices, and so whose address it may change: not for ever those who left it long ago.
import { migration } from '#platform/db/migration.ts'

export const billed = migration(
  'invoices/002-billed',
  `
-- Until the end of the year after the last one that can be charged: so long a correction is to be expected.
create or replace function app.billed_members() returns setof int language sql stable as $$
  select organisation_id from membership where coalesce(forum_id, 0) = app.books() and (ends_on is null
    or (ends_on >= begins_on and ends_on >= make_date(extract(year from app.today())::int - 1, 1, 1))) $$;
`,
)
