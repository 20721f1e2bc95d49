// The trail of an office also tells when somebody of it looked who had asked as a member city.
import { migration } from '#platform/db/migration.ts'

export const looks = migration(
  'history/003-looks',
  `
drop policy steered on fact;
create policy steered on fact for select to vicinia_app using (
  (select app.role()) in ('coordinator', 'office', 'office:network')
  and name in ('person.invited', 'invitation.revoked', 'person.joined', 'duty.changed', 'person.succeeded', 'person.left', 'audience.changed', 'veil.lifted')
  and app.steers(organisation_id)
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id)));
`,
)
