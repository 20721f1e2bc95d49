// Whom an office may still send invoices: also whom it may owe a new one, in the place of one that was taken back.
import { migration } from '#platform/db/migration.ts'

export const takenBack = migration(
  'invoices/003-taken-back',
  `
-- As before, and until the end of the year after the credit note: so long the new invoice is to be expected, whenever the member left.
-- Whose books, and which day, is asked once and not of every membership there is: this stands in policies.
create or replace function app.billed_members() returns setof int language sql stable as $$
  select organisation_id from membership where coalesce(forum_id, 0) = (select app.books()) and (ends_on is null
    or (ends_on >= begins_on and ends_on >= (select make_date(extract(year from app.today())::int - 1, 1, 1))))
  union
  select c.organisation_id from invoice c where coalesce(c.issuer_id, 0) = (select app.books()) and c.kind = 'credit-note'
    and c.issued_on >= (select make_date(extract(year from app.today())::int - 1, 1, 1))
    and not exists (select 1 from invoice n where n.replaces_id = c.id) $$;
`,
)
