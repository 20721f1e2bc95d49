// Who may read facts beyond their own and those told to their audiences: whoever steers the organisation that acted.
import { migration } from '#platform/db/migration.ts'

export const reading = migration(
  'history/001-reading',
  `
-- Only what is done to people's belonging and to the reach of contributions; how somebody signs in is theirs alone.
create policy steered on fact for select to vicinia_app using (
  (select app.role()) in ('coordinator', 'office', 'office:network')
  and name in ('person.invited', 'invitation.revoked', 'person.joined', 'duty.changed', 'person.left', 'audience.changed')
  and app.steers(organisation_id)
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id)));
create index fact_by_organisation on fact (organisation_id, id desc) where organisation_id is not null;
`,
)
