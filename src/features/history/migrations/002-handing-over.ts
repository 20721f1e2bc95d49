// The trail of a city also tells that somebody's tasks were handed to a colleague.
import { migration } from '#platform/db/migration.ts'

export const handingOver = migration(
  'history/002-handing-over',
  `
drop policy steered on fact;
create policy steered on fact for select to vicinia_app using (
  (select app.role()) in ('coordinator', 'office', 'office:network')
  and name in ('person.invited', 'invitation.revoked', 'person.joined', 'duty.changed', 'person.succeeded', 'person.left', 'audience.changed')
  and app.steers(organisation_id)
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id)));
`,
)
